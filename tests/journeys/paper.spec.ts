import type { Envelope } from '../../protocol/envelope.ts'
import { open } from '../../protocol/opening.ts'
import { formatReceiptCode, newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { clean } from './clean.ts'
import { expect, TABLET, test } from './fixtures.ts'
import { ability, begin as breakStorage } from './idb-trouble.ts'
import { CAMPAIGN, openCampaign } from './open-campaign.ts'
import { outboxRows } from './outbox-rows.ts'
import { beginSheet, FIRST, keyIn, keyWithoutEnter, LAST, lines } from './paper-hands.ts'
import { openScreen } from './stand-in-page.ts'

test('thirty rows are keyed in by keyboard alone, and nobody’s name stays', async ({ server, phone: tablet }) => {
  const { opening } = await openCampaign(server)
  await tablet.setViewportSize(TABLET)
  await openScreen(tablet, server, 'paper')
  await tablet.context().setOffline(true)
  await beginSheet(tablet, 'GM-009')
  const all = lines(30)
  const began = Date.now()
  for (const line of all.slice(0, -1)) await keyIn(tablet, line)
  await keyWithoutEnter(tablet, all.at(-1) ?? ['', '', ''])
  const nextRow = await tablet.evaluate(async () => {
    const before = document.activeElement
    if (before instanceof HTMLInputElement) before.form?.requestSubmit()
    // What a browser does before it hears the next key.
    for (let i = 0; i < 20; i++) await null
    return document.activeElement === before ? 'the row before' : document.activeElement?.id
  })
  expect(nextRow, 'hears the next letter').toMatch(/lastName$/)
  const took = Date.now() - began
  await expect(tablet.getByText('Ligne 30 gardée.')).toBeVisible()
  console.log(JSON.stringify({ name: 'paper.row', unit: 'ms', value: Math.round(took / all.length) }))

  const bodies = await Promise.all(
    (await outboxRows(tablet)).map(({ text }) => open(JSON.parse(text) as Envelope, opening)),
  )
  expect(bodies.map((it) => it.kind === 'signature' && [it.person.lastName, it.person.firstName])).toEqual(
    all.map(([last, first]) => [last, first]),
  )
  for (const it of bodies) expect(it).toMatchObject({ channel: 'paper', stand: 'grand-marche', sheet: 'GM-009' })
  const [phone, , , , email, , , , place] = bodies
  expect(phone).toMatchObject({ person: { phone: '+22890121056' } })
  expect(email).toMatchObject({ person: { email: 'mawuli4@exemple.org' } })
  expect(place).toMatchObject({ person: { town: 'Kara', quarter: 'Quartier 8' } })

  const dom = await tablet.evaluate(() => {
    const values = [...document.querySelectorAll('input')].map((it) => it.value)
    return `${document.documentElement.outerHTML}${values.join()}${JSON.stringify({ ...localStorage, ...sessionStorage })}`
  })
  for (const mark of [...LAST, ...FIRST, 'exemple.org', '90 12']) expect(dom).not.toContain(mark)
  expect(dom, 'so the search would have seen a name').toContain('Quartier 28')
  await expect(tablet.locator('.paper-counts dd').first()).toHaveText('30')

  // A reload forgets the codes, and neither the count nor the line.
  await tablet.context().setOffline(false)
  await openScreen(tablet, server, 'paper')
  await tablet.getByLabel('Numéro de la feuille').fill('GM-009')
  await expect(tablet.getByText('30 lignes de cette feuille sont déjà saisies.')).toBeVisible()
  await tablet.keyboard.press('Enter')
  await expect(tablet.getByRole('heading', { name: 'Feuille GM-009, ligne 31' })).toBeVisible()
  await expect(tablet.locator('.paper-counts dd').first()).toHaveText('30')
  await expect(tablet.getByText('avant que cet écran soit rouvert')).toBeVisible()
  await expect(tablet.getByRole('button', { name: /^Retirer/ })).toHaveCount(0)
})

test('a row that cannot be kept stays filled, one with a mistake is taken back, and nobody leaves one by accident', async ({
  context,
  server,
  phone: tablet,
}) => {
  const { opening } = await openCampaign(server)
  await ability(context)
  await tablet.setViewportSize(TABLET)
  await openScreen(tablet, server, 'paper', 'en')
  await context.setOffline(true)
  const number = tablet.getByLabel('Number of the sheet')
  await expect(number).toBeFocused()
  await tablet.keyboard.press('Enter')
  await expect(tablet.getByText('Write the number of the sheet.')).toBeVisible()
  await clean(tablet, 'the sheet, without a number')
  await number.fill('7')
  await tablet.keyboard.press('Enter')

  await keyIn(tablet, ['Mensah', '', '90 12 34'])
  await expect(tablet.getByLabel('First name'), 'the first wrong field').toBeFocused()
  await expect(tablet.getByText('two digits missing.')).toBeVisible()
  await clean(tablet, 'a row with two mistakes')
  await tablet.keyboard.insertText('Afi')
  await tablet.getByLabel('Phone or e-mail').fill('90 12 34 56')
  const slip = tablet.getByLabel('Code of the tear-off receipt')
  const code = newReceiptCode()
  await slip.fill(formatReceiptCode(code))
  await breakStorage(tablet, 'quota')
  await tablet.keyboard.press('Enter')
  await expect(tablet.getByText('This row is not kept yet')).toBeVisible()
  const first = tablet.getByRole('form', { name: 'Sheet 7, row 1' })
  await expect(first.getByLabel('Last name')).toHaveValue('Mensah')
  await clean(tablet, 'a row that came back')
  await tablet.getByRole('button', { name: 'Back to the stand' }).click()
  await tablet.getByRole('button', { name: 'Stay' }).click()
  await breakStorage(tablet, null)
  await first.getByRole('button', { name: 'Keep the row' }).click()
  await expect(tablet.getByText('Row 1 is kept.')).toBeVisible()
  const [row] = await outboxRows(tablet)
  const envelope = JSON.parse(row?.text ?? '') as Envelope
  expect(envelope.withdrawTag).toBe(await withdrawTag(CAMPAIGN, code))
  expect(await open(envelope, opening)).toMatchObject({ person: { lastName: 'Mensah' } })

  const second = tablet.getByRole('form', { name: 'Sheet 7, row 2' })
  const again = async (problem: string) => {
    await second.getByLabel('Last name').fill('Agbéko')
    await second.getByLabel('First name').fill('Kodjo')
    await second.getByLabel('Phone or e-mail').fill('91234567')
    await second.getByLabel('Code of the tear-off receipt').fill(formatReceiptCode(code))
    await tablet.keyboard.press('Enter')
    await expect(second.getByText(problem)).toBeVisible()
  }
  await again('This code is another row’s already.')
  await tablet.getByRole('button', { name: 'Withdraw Sheet 7, row 1' }).click()
  await expect(tablet.getByText('its receipt with it')).toBeVisible()
  expect((await outboxRows(tablet)).map((it) => [it.state, it.text])).toEqual([['withdrawn', '']])
  await expect(tablet.getByText('1 withdrawn').first()).toBeVisible()
  await clean(tablet, 'a row taken back')
  await tablet.getByRole('button', { name: 'Key in again Sheet 7, row 1' }).click()
  await expect(first.getByLabel('Last name'), 'under its own number').toBeFocused()
  await expect(second.getByLabel('Last name'), 'and nothing of the other is lost').toHaveValue('Agbéko')
  await clean(tablet, 'a row keyed in again')
  await first.getByRole('button', { name: 'Leave this row out' }).click()
  await expect(first).toBeHidden()

  await tablet.getByRole('button', { name: 'Next sheet' }).click()
  await expect(tablet.getByRole('dialog', { name: 'This row is not kept' })).toBeVisible()
  await tablet.getByRole('button', { name: 'Leave without it' }).click()
  await expect(tablet.getByLabel('Number of the sheet')).toHaveValue('8')
  expect(await tablet.locator('body').innerHTML()).not.toContain('Agbéko')
  await tablet.getByRole('button', { name: 'Back to the stand' }).click()
  expect(await tablet.evaluate(() => (globalThis as { left?: boolean }).left)).toBe(true)
})
