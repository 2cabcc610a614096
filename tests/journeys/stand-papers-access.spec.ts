import { clean } from './clean.ts'
import { expect, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { beginSheet, keyIn, lines } from './paper-hands.ts'
import { openScreen } from './stand-in-page.ts'

test('the stand’s papers, tally and end of day can be read by everyone, dark and at twice the size', async ({
  context,
  server,
  phone: tablet,
}) => {
  await openCampaign(server)
  await tablet.setViewportSize({ width: 820, height: 1180 })
  await tablet.emulateMedia({ reducedMotion: 'reduce' })
  await context.route('**/api/v1/batches/**', (route) => route.abort())
  await openScreen(tablet, server, 'paper')
  await beginSheet(tablet, '1')
  for (const line of lines(2)) await keyIn(tablet, line)
  await expect(tablet.getByText('Ligne 2 gardée.')).toBeVisible()
  const twice = async (screen: string) => {
    await tablet.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await clean(tablet, `${screen}, in letters of twice the size`)
  }
  await twice('a row')
  for (const [screen, heading] of [
    ['print', 'Imprimer pour le stand'],
    ['tally', 'Le compte de l’équipe'],
    ['day', 'Fin de journée'],
  ] as const) {
    await openScreen(tablet, server, screen)
    await expect(tablet.getByRole('heading', { name: heading })).toBeVisible()
    if (screen === 'tally') await tablet.getByText('En tableau').click()
    await clean(tablet, screen)
    await twice(screen)
  }
  await tablet.getByRole('button', { name: 'Tout retirer…' }).click()
  await expect(tablet.getByText('2 envois qui attendent')).toBeVisible()
  await twice('removing')
})
