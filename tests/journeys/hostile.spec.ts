import { readFile } from 'node:fs/promises'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { TEXT_LIMITS, type TextName, textsOf } from '../../protocol/content-rules.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { ENDING_ROUTES } from '../../protocol/ending-routes.ts'
import { EXECUTED, HOSTILE_NAMES, LONG_STRINGS } from '../hostile-strings.ts'
import { goTo, logIn, unlockAndOpen } from './coordinator.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask, CAMPAIGN } from './open-campaign.ts'
import { leaveThanks, submit } from './people.ts'
import { contactBy, joinBy, letterBy, plantCampaign } from './planted.ts'
import { makeStand } from './stands.ts'
import { whole } from './whole.ts'

// The worst of tests/hostile-strings.ts typed by a signer and published by an editor, and everybody who then looks at them. That a script
// ran would show on the window, in the server's CSP reports and in the errors that the fixtures watch.

/** What one field of one line takes. */
const typed = (has: string | RegExp): string => {
  const found = HOSTILE_NAMES.find(
    (it) => (typeof has === 'string' ? it.includes(has) : has.test(it)) && !/[\r\n]/.test(it),
  )
  if (!found) throw new Error(`no such string: ${has}`)
  return found
}
const ROUNDS = [
  ['</title><script>', '<img src=x onerror=', /^\u202eه/, /^W{100}$/],
  ['</textarea>', 'autofocus', /^=HYPERLINK/, '👩‍👩‍👧‍👦'],
  [/^\u2067abc/, /^Z\u0337/, '__proto__', 'https://example.org/a/very'],
].map((round) => round.map(typed)) as [string, string, string, string][]

async function nothingRan(page: Page, screen: string): Promise<void> {
  expect.soft(await page.evaluate((name) => name in window, EXECUTED), screen).toBe(false)
  await whole(page, screen)
}

/** Hostile words wherever an editor writes, each field another. */
function hostileContent(content: CampaignContent): CampaignContent {
  const all: CampaignContent = structuredClone(content)
  let at = 0
  const next = (name: TextName) => {
    const most = TEXT_LIMITS[name]
    const long = most >= 4000 ? LONG_STRINGS[at % LONG_STRINGS.length] : undefined
    for (;;) {
      const text = long ?? (HOSTILE_NAMES[(at++ * 7) % HOSTILE_NAMES.length] as string)
      if (text.length <= most && !/^\s*\[/.test(text)) return long ? `${text}\n\n${HOSTILE_NAMES[at++]}` : text
    }
  }
  for (const { name, text } of textsOf(all)) for (const language of Object.keys(text)) text[language] = next(name)
  // What was published is succeeded, never edited.
  for (const text of [...all.consents, all.join.codeOfConduct]) text.id = `${text.id}-next`
  for (const petition of all.petitions) {
    petition.person = next('petition.country')
    if (petition.letters.authority) petition.letters.authority.address = next('petition.country')
  }
  for (const victory of all.victories.list) victory.person = next('victory.country')
  all.join.groups = [0, 1, 2].map((it) => ({ id: `group-${it}`, name: next('name'), town: next('name') }))
  all.towns = [...HOSTILE_NAMES]
  all.phone.example = next('victory.country').slice(0, 30)
  return all
}

test('the worst strings run nothing and break nothing, from the form and the editor to the export', async ({
  server,
  phone,
  context,
}, info) => {
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  for (const [firstName, lastName, town, quarter] of ROUNDS) {
    await phone.goto(`${server.url}/p/joel-paredes`)
    await phone.getByRole('radio', { name: 'Quartier' }).check()
    await phone.getByLabel('Prénom', { exact: true }).fill(firstName)
    await phone.getByLabel('Nom', { exact: true }).fill(lastName)
    await phone.getByLabel('Ville', { exact: false }).fill(town)
    await phone.getByRole('textbox', { name: 'Quartier' }).fill(quarter)
    await phone.getByRole('checkbox', { name: /^Je signe/ }).check()
    await submit(phone)
    await expect(phone.getByRole('dialog')).toBeVisible()
    await nothingRan(phone, `thanks to ${firstName}`)
    await leaveThanks(phone)
  }
  await expect.poll(() => server.counts()).toMatchObject({ 'joel-paredes': 3 })
  const [[bad, worse, rtl, wide]] = ROUNDS as [[string, string, string, string]]
  const person = { firstName: bad, lastName: worse, phone: '+22890123456' }
  await planted.send(
    await planted.sealed(letterBy(rtl, `${wide} ${bad}\n\n${LONG_STRINGS[0]}`, wide), ['joel-paredes']),
    await planted.sealed(joinBy(person, `${worse}${LONG_STRINGS[3]}`), []),
    await planted.sealed(contactBy(person, LONG_STRINGS[4] as string), []),
  )

  const office = await context.newPage()
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  const { cookie } = planted
  const { draft } = await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()
  const saving = { revision: draft.revision, content: hostileContent(draft.content) }
  const saved = await (await ask(server, EDIT_ROUTES.save, { cookie, body: saving })).json()
  const { versions } = await (
    await ask(server, EDIT_ROUTES.publish, { cookie, body: { revision: saved.draft.revision } })
  ).json()
  const newest = versions[0].version
  const { stand } = await makeStand(server, cookie, { name: worse, place: wide })
  const to = { fr: bad, en: rtl }
  const delivered = { date: '2026-03-08', to, signatures: 3 }
  await ask(server, ENDING_ROUTES.mark, {
    cookie,
    parameters: { campaign: CAMPAIGN, petition: 'maryia-kalesnikava' },
    body: { newest, state: 'delivered', delivered, update: { date: '2026-03-08', title: to, text: to } },
  })

  const reader = await context.newPage()
  await reader.setViewportSize({ width: 320, height: 740 })
  for (const path of [
    ...['/', '/p/joel-paredes', '/en/p/maryia-kalesnikava'],
    ...['/rejoindre', '/contact', '/p/joel-paredes/lettre'],
  ]) {
    await reader.goto(server.url + path)
    await expect(reader.locator('.form-place')).toHaveCount(0)
    await nothingRan(reader, path)
  }
  // The last of them is written and sent, by somebody whose name is no better.
  const letter = `${bad}\n${LONG_STRINGS[1]?.slice(0, 1000)}\n${rtl}`
  await reader.getByLabel('Votre lettre').fill(letter)
  await reader.getByLabel('Prénom', { exact: true }).fill(worse)
  await reader.getByLabel('Nom', { exact: true }).fill(wide)
  await reader.locator('.consents input').check()
  await reader.getByRole('button', { name: 'Confier ma lettre' }).click()
  await expect(reader.getByRole('dialog')).toBeVisible()
  await nothingRan(reader, 'thanks for a letter')
  await expect(reader.getByText('Votre lettre est arrivée', { exact: false })).toBeVisible({ timeout: 15_000 })
  await reader.close()

  for (const part of ['campaign', 'victories', 'join', 'case-joel-paredes', 'preview', 'publish']) {
    await goTo(office, server.url, `edit/${CAMPAIGN}/${part}`)
    await expect(office.locator('.edit-part')).toBeVisible()
    await nothingRan(office, `the editor, ${part}`)
  }
  for (const place of [
    ...['', 'petitions', 'team', 'journal', 'account'],
    ...[`stands/${CAMPAIGN}`, `stand/${CAMPAIGN}/${stand.id}`, `deliver/${CAMPAIGN}`],
  ]) {
    await goTo(office, server.url, place)
    await expect(office.getByRole('heading', { level: 1 })).toBeVisible()
    if (place.startsWith('stand')) await expect(office.getByText(worse).first()).toBeVisible()
    if (place.startsWith('deliver')) await expect(office.getByText(bad).first()).toBeVisible()
    await nothingRan(office, `the console, ${place}`)
  }
  await goTo(office, server.url, `edit/${CAMPAIGN}/publish`)
  await office.getByRole('button', { name: 'Refaire les images' }).click()
  await expect(office.getByText('On dessine l’image')).toBeVisible()
  await expect(office.getByText('On dessine l’image')).toHaveCount(0)
  await expect(office.getByText(/n’ont pas pu être faites/)).toHaveCount(0)

  await unlockAndOpen(office, planted.key)
  for (const tab of ['Chiffres', 'Revoir', 'Lire', 'Fichiers']) {
    await office.getByRole('navigation', { name: 'Ce qui est ouvert' }).getByRole('button', { name: tab }).click()
    if (tab === 'Revoir') await office.getByRole('radio', { name: /^Suspectes \(3\)/ }).check()
    await nothingRan(office, `opened, ${tab}`)
  }
  const download = office.waitForEvent('download')
  await office.getByRole('button', { name: /JSON/ }).first().click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n')
  const bodies = lines.map((line) => JSON.parse(line).body)
  const people = bodies.filter(({ kind }) => kind === 'signature')
  const said = people.map(({ person: it }) => [it.firstName, it.lastName, it.town, it.quarter])
  expect(said.sort()).toEqual(ROUNDS.map((round) => round.map((it) => it.trim())).sort())
  const written = bodies.filter(({ kind }) => kind === 'letter').map(({ from, text }) => [from, text])
  const from = { firstName: worse.trim(), lastName: wide.trim(), country: 'TG' }
  expect(written).toContainEqual([from, letter.trim()])
})
