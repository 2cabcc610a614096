import { expect, PHONE, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, submit, thanks } from './people.ts'

// Promise 1's two ways where a browser refuses to keep anything, as in some private windows: no worker either.
test.use({ serviceWorkers: 'block' })

test('without storage and network the form stays filled and says so; with network the thank-you waits for the server', async ({
  context,
  server,
  errors: _,
}) => {
  await openCampaign(server)
  await context.addInitScript(() => {
    if (!('IDBFactory' in globalThis)) return
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError')
    }
  })
  const phone = await context.newPage()
  await phone.setViewportSize(PHONE)
  await phone.goto(`${server.url}/p/joel-paredes`)
  await fillForm(phone, AFI)
  // What comes after the form has come too, and is not what fails.
  await phone.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/Background-[^/]+\.js/.test(name)),
  )
  await phone.waitForLoadState('networkidle')

  await context.setOffline(true)
  await submit(phone)
  await expect(phone.getByText(/Ce téléphone ne peut pas la garder, et il n’y a pas de réseau/)).toBeVisible()
  await expect(phone.getByLabel('Prénom', { exact: true })).toHaveValue(AFI.firstName)
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 0 })

  await context.setOffline(false)
  await submit(phone)
  await thanks(phone, AFI)
  await expect(phone.getByText('Votre signature est arrivée au serveur de la campagne.')).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1 })
})
