import { expect, PHONE, readyOffline, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, sign, submit, thanks } from './people.ts'

test('a tap on the next box is not lost when the field before it has something to say', async ({ browser, server }) => {
  await openCampaign(server)
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'fr-FR' })
  const phone = await context.newPage()
  await phone.goto(server.url)
  const box = phone.getByRole('checkbox', { name: /^Je signe/ })
  await box.scrollIntoViewIfNeeded()
  await phone.getByLabel('Numéro de téléphone').tap()
  await phone.keyboard.type('12')
  await box.tap()
  await expect(box).toBeChecked()
  await expect(phone.getByText('Il manque six chiffres.').first()).toBeVisible()
  await context.close()
})

test('a page that is loaded anew asks before what was typed is lost, and not once it is kept', async ({
  server,
  phone,
}) => {
  await openCampaign(server)
  await phone.reload()
  const reload = () => phone.evaluate(() => void setTimeout(() => location.reload()))
  await fillForm(phone, AFI)
  const asked = phone.waitForEvent('dialog')
  await reload()
  expect((await asked).type()).toBe('beforeunload')
  await (await asked).dismiss()
  await expect(phone.getByLabel('Prénom', { exact: true })).toHaveValue(AFI.firstName)
  await submit(phone)
  await thanks(phone, AFI)
  const unasked = () => {
    throw new Error('asked')
  }
  phone.on('dialog', unasked)
  const loaded = phone.waitForEvent('load')
  await reload()
  await loaded
})

test('pressing twice signs once', async ({ server, phone }) => {
  await openCampaign(server)
  await phone.reload()
  await fillForm(phone, AFI)
  await phone.locator('form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit()
    form.requestSubmit()
  })
  await thanks(phone, AFI)
  await expect.poll(() => server.counts()).toMatchObject({ 'joel-paredes': 1, 'manahel-al-otaibi': 1 })
})

test('who leaves the thank-you stands at the top, where the page says what became of the signature', async ({
  server,
  phone,
}) => {
  await openCampaign(server)
  await phone.goto(`${server.url}/p/joel-paredes#signer`)
  await readyOffline(phone)
  await phone.context().setOffline(true)
  await sign(phone, AFI)
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
  // The browser may still put the page where it was before.
  await phone.waitForTimeout(600)
  expect(await phone.evaluate(() => scrollY)).toBe(0)
})

test('what is wrong with a letter can be read where its writer is led to, above the bar with the button', async ({
  server,
  phone,
}) => {
  await openCampaign(server)
  await phone.emulateMedia({ reducedMotion: 'reduce' })
  await phone.goto(`${server.url}/p/joel-paredes/lettre`)
  const send = phone.getByRole('button', { name: 'Confier ma lettre' })
  await send.click()
  await expect(phone.getByLabel('Votre lettre')).toBeFocused()
  const wrong = await phone.locator('.field-error').first().boundingBox()
  const bar = await phone.locator('.submit-bar').boundingBox()
  expect((wrong?.y ?? 0) + (wrong?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  expect(wrong?.y).toBeGreaterThan(0)
})
