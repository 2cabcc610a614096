import { ROUTES } from '../../protocol/routes.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask, openCampaign } from './open-campaign.ts'
import { AFI, KODJO, sign } from './people.ts'

// The server's machine is lost and yesterday's backup put back: what devices delivered since comes back from them, and what people
// took back stays gone.

test.describe.configure({ timeout: 120_000 })

const arrived = (page: Page) => page.getByRole('region', { name: 'Le compte' }).locator('dd').nth(2)

test('a server restored from an old backup ends complete, without what was withdrawn since', async ({
  phone,
  server,
}, info) => {
  await openCampaign(server)
  await phone.reload()
  const code = await sign(phone, AFI)
  await expect.poll(() => server.counts(), { timeout: 20_000 }).toMatchObject({ 'joel-paredes': 1 })
  const backup = info.outputPath('yesterday.sqlite')
  expect(server.program('backup', backup)).toContain('1 envelope')

  await sign(phone, KODJO)
  await expect.poll(() => server.counts(), { timeout: 20_000 }).toMatchObject({ 'joel-paredes': 2 })
  const body = { campaign: 'ecrire-pour-les-droits-2024', code: code.slice(0, 26) }
  expect((await ask(server, ROUTES.withdrawal, { body })).status).toBe(200)
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1 })

  await server.kill()
  expect(server.program('restore', backup)).toContain('1 envelope')
  await server.start()
  expect(server.log).toContain('devices will be asked to send again what is missing')
  expect(await server.counts(), 'the erasure log was replayed before anybody was answered').toMatchObject({
    'joel-paredes': 0,
  })

  await phone.goto(`${server.url}/envois`)
  await expect(arrived(phone)).toHaveText('2')
  await phone.getByRole('button', { name: 'Vérifier auprès du serveur' }).click()
  await expect.poll(() => server.counts()).toMatchObject({ 'joel-paredes': 1, 'manahel-al-otaibi': 1 })
  await expect(arrived(phone), 'Afi took hers back on another device').toHaveText('1')
  expect(await phone.getByRole('region', { name: 'Le compte' }).locator('dd').allInnerTexts()).toEqual([
    '2',
    '0',
    '1',
    '0',
    '1',
  ])
})
