import { expect, type Page, PHONE, test } from '../journeys/fixtures.ts'
import { openCampaign } from '../journeys/open-campaign.ts'
import { beginSheet, keyIn, lines } from '../journeys/paper-hands.ts'
import { openScreen } from '../journeys/stand-in-page.ts'

const SIZES = { phone: PHONE, upright: { width: 820, height: 1180 }, wide: { width: 1180, height: 820 } }

for (const scheme of ['light', 'dark'] as const)
  for (const [name, size] of Object.entries(SIZES))
    test(`paper, tally and the end of the day, ${name}, ${scheme}`, async ({ server, phone: tablet, context }) => {
      await openCampaign(server)
      await tablet.setViewportSize(size)
      await tablet.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await context.route('**/api/v1/batches/**', (route) => route.abort())
      const picture = (page: Page, screen: string) =>
        page.screenshot({ path: `test-results/screens/stand-${name}-${scheme}-${screen}.png`, fullPage: true })
      await openScreen(tablet, server, 'paper')
      await picture(tablet, '1-sheet')
      await beginSheet(tablet, 'GM-012')
      for (const line of lines(4)) await keyIn(tablet, line)
      await expect(tablet.getByText('Ligne 4 gardée.')).toBeVisible()
      await keyIn(tablet, ['Mensah', '', '90 12'])
      await picture(tablet, '2-row')
      await openScreen(tablet, server, 'print')
      await picture(tablet, '3-print')
      await openScreen(tablet, server, 'tally')
      await tablet.getByText('8 signatures').first().waitFor()
      await tablet.getByText('En tableau').click()
      await picture(tablet, '4-tally')
      await openScreen(tablet, server, 'day')
      await tablet.getByText('4 envois attendent').waitFor()
      await picture(tablet, '5-day')
      await tablet.getByRole('button', { name: 'Tout retirer…' }).click()
      await tablet.getByText('4 envois qui attendent').waitFor()
      await picture(tablet, '6-remove')
      await tablet.evaluate(() => Object.assign(globalThis, { pin: true }))
      await tablet.getByRole('button', { name: 'Tout retirer', exact: true }).click()
      await picture(tablet, '7-sure')
      await tablet.getByRole('button', { name: 'Les perdre et tout retirer' }).click()
      await tablet.getByRole('heading', { name: 'Cette tablette est vide' }).waitFor({ timeout: 30_000 })
      await picture(tablet, '8-removed')
    })
