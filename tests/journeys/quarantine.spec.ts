import type { Page } from '@playwright/test'
import { newUuid } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { clean } from './clean.ts'
import { logIn } from './coordinator.ts'
import { expect, test } from './fixtures.ts'
import { ask, openCampaign, sealer } from './open-campaign.ts'

// What no phone sends by hand is taken, and does not count until a coordinator says so; each choice can be taken back.

const MANY = 41

test('a coordinator counts what waits in quarantine, sets it aside, and takes each back', async ({
  server,
  phone: office,
}, info) => {
  await openCampaign(server)
  const seal = await sealer(server)
  const envelopes = await Promise.all(Array.from({ length: MANY }, () => seal()))
  const batchId = newUuid()
  const items = envelopes.map((envelope, i) => ({ seq: i + 1, envelope }))
  const contact = { captured: MANY, waiting: MANY, refused: 0, withdrawn: 0, lastSeq: MANY }
  await ask(server, ROUTES.batch, { parameters: { batchId }, body: { v: 1, batchId, items, contact } })
  const counts = () => server.counts().then((it) => it['joel-paredes'])
  expect(await counts()).toBe(0)

  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  await office.getByRole('link', { name: /41 envois attendent en quarantaine/ }).click()
  await expect(office.getByRole('heading', { name: 'Quarantaine' })).toBeFocused()
  await expect(office.getByText('41 attendent')).toBeVisible()
  await look(office, info.outputPath('quarantine-fr.png'))

  await office.getByRole('button', { name: 'Compter' }).click()
  await expect(office.getByText('Compter 41 enveloppes ?')).toBeFocused()
  await look(office, info.outputPath('quarantine-sure.png'))
  await office.getByRole('button', { name: 'Ne rien changer' }).click()
  expect(await counts()).toBe(0)
  await office.getByRole('button', { name: 'Compter' }).click()
  await office.getByRole('button', { name: 'Compter' }).click()
  await expect(office.getByText('41 enveloppes comptent désormais.')).toBeFocused()
  expect(await counts()).toBe(MANY)
  await office.getByRole('button', { name: 'Annuler' }).click()
  await expect(office.getByText('41 enveloppes ne comptent plus et attendent.')).toBeVisible()
  expect(await counts()).toBe(0)

  await office.getByRole('button', { name: 'Écarter' }).click()
  await office.getByRole('button', { name: 'Écarter' }).click()
  await expect(office.getByText('41 enveloppes sont écartées.')).toBeVisible()
  await look(office, info.outputPath('quarantine-done.png'))
  await office.getByRole('button', { name: 'Reprendre les écartées' }).click()
  await expect(office.getByText('41 enveloppes attendent de nouveau.')).toBeVisible()

  await office.getByRole('button', { name: 'English' }).click()
  await expect(office.getByText('41 wait', { exact: true })).toBeVisible()
  await office.emulateMedia({ colorScheme: 'dark' })
  await look(office, info.outputPath('quarantine-en-dark.png'))
})

async function look(page: Page, path: string): Promise<void> {
  await clean(page, path)
  if (process.env.PARAPHE_PICTURES) await page.screenshot({ path, fullPage: true })
}
