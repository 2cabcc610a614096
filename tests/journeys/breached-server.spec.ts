// Whoever breaks into a server holds its files, its environment, its logs and its backups, and hears all that it is told and answers:
// nobody's name may be there, nor a way to reach anybody, nor what could open a seal (design §7). What is by design in clear on the road
// is named here with the one place where it may be: the password in the two bodies that set it and log in, the session in headers.
import { readFile } from 'node:fs/promises'
import { armor } from 'age-encryption'
import type { ActBody } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { type Envelope, type EnvelopeHead, SUITE } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { seal } from '../../protocol/seal.ts'
import { readKeyFile } from '../../src/console/closed-key-file.ts'
import { databaseFile } from '../../sync-server/store/data-dir.ts'
import { readCsv } from '../console/export/read-csv.ts'
import type { Device } from '../server/signed.fixture.ts'
import { type KeyFile, logIn, makeKey, openAndSave, setUp } from './coordinator.ts'
import { test as base, expect, type Page, PHONE, TABLET, watch } from './fixtures.ts'
import * as hands from './kiosk-hands.ts'
import { type Marked, marked } from './marked.ts'
import { ask, CAMPAIGN, COORDINATOR } from './open-campaign.ts'
import { pageScript } from './page-script.ts'
import * as people from './people.ts'
import { contactBy, inClear, joinBy, letterBy, sendPhoneBatch, signedBy } from './planted.ts'
import { received } from './received.ts'
import { RecordedRoad } from './recorded-road.ts'
import type { Mark } from './search-bytes.ts'
import { TestServer } from './server.ts'
import { filesOf, type Places, searchPlaces, trafficOf, valuesOf } from './server-places.ts'
import { enrolTablet, makeStand, sendAs } from './stands.ts'

type Hook = typeof import('./tablet-hook.ts')

// More from phones at one address in an hour would be set aside (docs/abuse.md), and no longer come down with the others.
const PEOPLE = process.env.PARAPHE_LONG ? 2500 : 500
const everybody = Array.from({ length: PEOPLE }, (_, n) => marked(n))
const controls = Array.from({ length: PEOPLE }, (_, n) => marked(PEOPLE + n))
/** A host name, which has small letters only. */
const NAMED = 'zwqkontrollvogel'

/** Who signs by hand, at a tablet and at a phone; the others by the app's own modules, or sealed as their devices would. */
const [kioskFr, kioskEn, atTablet, atPhone] = everybody as [Marked, Marked, Marked, Marked]
const byModules = [atTablet, ...everybody.slice(4, PEOPLE * 0.4)]
const byPaper = everybody.slice(PEOPLE * 0.4, PEOPLE * 0.6)
const byPhones = everybody.slice(PEOPLE * 0.6)

const test = base.extend<{ road: RecordedRoad; watched: TestServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  road: async ({}, use) => {
    const road = await RecordedRoad.create()
    await use(road)
    await road.close()
  },
  watched: async ({ road }, use) => {
    const server = await TestServer.create('.', 'light', { PUBLIC_URL: road.url, LOG_LEVEL: 'debug' })
    road.to = server.port
    await use(server)
    await server.remove()
  },
})

test(`a breached server tells nothing of ${PEOPLE} who signed, and nothing that opens a seal`, async ({
  browser,
  road,
  watched: server,
}, info) => {
  test.setTimeout(240_000)
  const errors: string[] = []
  const open = async (viewport: { width: number; height: number }): Promise<Page> => {
    const context = await browser.newContext({ viewport, locale: 'fr-FR', reducedMotion: 'reduce' })
    watch(context, errors)
    return context.newPage()
  }

  const office = await open({ width: 1280, height: 800 })
  await setUp(office, server.setupLink)
  const key = await makeKey(office, info.outputPath('key.age'))
  await office.context().clearCookies()
  await logIn(office, server.url)
  const cookie = (await office.context().cookies()).map((it) => `${it.name}=${it.value}`).join('; ')
  const campaign = (await (await ask(server, ROUTES.campaign, {})).json()) as Campaign
  const { link, code, stand } = await makeStand(server, cookie, { tablets: 2 })

  const codes = await signAtTablet(await open(TABLET), link, campaign, stand.id)
  const phone = await open(PHONE)
  await phone.goto(server.url)
  // Without the letter that checks it.
  const withdrawn = (await people.sign(phone, atPhone.person as people.Signer)).slice(0, -1)
  const other = await enrolTablet(server, code)
  const send = (envelopes: Envelope[]) => sendFromAll(server, other, envelopes)
  const ofOthers = await Promise.all(
    [...byPaper, ...byPhones].map(async (it, n) => {
      const act = actOf(it, n, stand.id)
      return seal(await headOf(act, campaign), act, campaign.sealingKey?.publicKey ?? '')
    }),
  )
  await send(ofOthers)
  const held = async () =>
    (await (await ask(server, CONSOLE_ROUTES.envelopes, { cookie, query: '?count=1' })).json()).count
  await expect.poll(held, { timeout: 30_000 }).toBe(PEOPLE)

  const rows = await openedRows(office, key, info.outputPath('all.csv'))
  const signed = [kioskFr, kioskEn, atPhone, ...byModules]
  expect(signed.filter(({ marks }) => !marks.every((it) => rows.has(it)))).toEqual([])
  await ask(server, ROUTES.withdrawal, { body: { campaign: CAMPAIGN, code: withdrawn } })

  // As many in clear, by the same ways: so the search can fail.
  await send(
    await Promise.all(
      controls.map(async (it, n) => {
        const act = actOf(it, n, stand.id)
        return inClear(await headOf(act, campaign), act)
      }),
    ),
  )
  await received(server, cookie)
  const backup = info.outputPath('backup.sqlite')
  const said = server.program('backup', backup)
  expect(await server.cspReports(), 'violations of the Content-Security-Policy').toEqual([])
  await Promise.all(browser.contexts().map((it) => it.close()))
  await server.crash()
  const files = await filesOf(server)
  server.more.PUBLIC_URL = `http://${NAMED}.localhost:${server.port}`
  await server.start()

  const places: Places = {
    ...files,
    'the values of the database': valuesOf(databaseFile(server.dataDir)),
    'the backup': [await readFile(backup), ...valuesOf(backup)],
    'the environment': [await server.environment()],
    'the logs': [Buffer.from(server.log), Buffer.from(said)],
    ...trafficOf(road),
  }
  const ofPeople = [...everybody.flatMap((it) => [...it.marks, ...it.typedMarks]), ...codes]
  const opens = await whatOpens(key)
  const { password } = COORDINATOR
  const session = cookie.replace(/^.*=/, '')
  const ofControls = controls.flatMap((it) => it.marks)
  const plain = [password, session, withdrawn, NAMED, CAMPAIGN]
  const seen = searchPlaces(places, [...ofPeople, ...opens, ...ofControls, ...plain])

  expect.soft(seen.of(ofPeople)).toEqual([])
  expect.soft(seen.of(opens)).toEqual([])
  expect
    .soft(seen.of([password]).sort())
    .toEqual([
      `${password} in the body sent: POST /api/v1/console/session`,
      `${password} in the body sent: POST /api/v1/console/setup`,
    ])
  expect.soft(seen.of([session]).filter((it) => !/ in the head (sent|answered): /.test(it))).toEqual([])
  expect.soft(seen.of([withdrawn])).toEqual([`${withdrawn} in the body sent: POST /api/v1/withdrawals`])

  for (const place of ['the database', 'the values', 'the backup', 'the body sent', 'the body answered'])
    expect.soft(seen.lackingIn(place, ofControls), `what is in clear in ${place}`).toEqual([])
  expect.soft(seen.lackingIn('the head sent', [session]), 'what is in clear in a head').toEqual([])
  expect.soft(seen.lackingIn('the logs', [NAMED]), 'what is in clear in the logs').toEqual([])
  if (process.platform === 'linux') expect.soft(seen.lackingIn('the environment', [NAMED])).toEqual([])
  expect.soft(seen.lackingIn('erasures.log', [CAMPAIGN]), 'the withdrawal is in the erasure log').toEqual([])
  expect(errors).toEqual([])
})

/** Enrols a tablet, where two sign by hand and the others by its modules, without network; then it sends. Returns two receipts' codes. */
async function signAtTablet(tablet: Page, link: string, campaign: Campaign, stand: string): Promise<string[]> {
  await tablet.goto(link)
  await tablet.getByRole('button', { name: 'Oui, les mêmes' }).click()
  await hands.choosePin(tablet)
  await tablet.getByRole('button', { name: 'Continuer' }).click(hands.CHECKED)
  await hands.openStand(tablet)
  await tablet.context().setOffline(true)
  const codes: string[] = []
  for (const [{ typed }, language] of [
    [kioskFr, 'fr'],
    [kioskEn, 'en'],
  ] as const) {
    const who = { ...typed, language }
    codes.push(await hands.signAtKiosk(tablet, who))
    await hands.leaveThanks(tablet, who)
  }
  await tablet.evaluate(await pageScript('tests/journeys/tablet-hook.ts', 'testTablet'))
  await tablet.evaluate(
    async ({ people, campaign, stand }) => {
      const { sign } = (globalThis as unknown as { testTablet: Hook }).testTablet
      for (const typed of people) await sign(typed, campaign, stand)
    },
    { people: byModules.map((it) => it.typed), campaign, stand },
  )
  await tablet.context().setOffline(false)
  return codes
}

/** The first third as a tablet sends paper, the others as phones do. */
async function sendFromAll(server: TestServer, tablet: Device, envelopes: Envelope[]): Promise<void> {
  const paper = envelopes.length / 3
  for (let at = 0; at < paper; at += 100) await sendAs(server, tablet, envelopes.slice(at, Math.min(at + 100, paper)))
  await sendPhoneBatch(server, envelopes.slice(paper))
}

/** Every kind of act in turn. Where it has no place for how they can be reached, they write it. */
function actOf({ person, marks }: Marked, n: number, stand: string): ActBody {
  const words = `Écrivez-moi : ${marks.slice(2).join(', ')}`
  const kinds = [
    () => signedBy(person, { channel: 'paper', stand }),
    () => letterBy(person.firstName, words, person.lastName),
    () => joinBy(person, words),
    () => contactBy(person, words),
  ]
  return (kinds[n % kinds.length] as (typeof kinds)[number])()
}

const headOf = async ({ kind }: ActBody, { sealingKey }: Campaign): Promise<EnvelopeHead> =>
  ({
    ...{ v: 1, suite: SUITE, id: newUuid(), kind, campaign: CAMPAIGN, key: sealingKey?.id, consent: 'sign-1' },
    petitions: kind === 'signature' || kind === 'letter' ? ['joel-paredes'] : [],
    withdrawTag: await withdrawTag(CAMPAIGN, newReceiptCode()),
  }) as EnvelopeHead

/** Opens all that came, and saves it: each value of the file. */
async function openedRows(office: Page, key: KeyFile, path: string): Promise<Set<string>> {
  await office.goto(`${new URL(office.url()).origin}/console`)
  const csv = await openAndSave(office, key, path)
  return new Set(readCsv(csv.toString('utf8'), ';').flatMap((row) => row.map((it) => it.replace(/^'/, ''))))
}

/** The phrase, the file that it closes, and the private keys in it. */
async function whatOpens({ path, phrase }: KeyFile): Promise<Mark[]> {
  const file = await readFile(path)
  const { root, sealing } = await readKeyFile(file, phrase, CAMPAIGN)
  const age = Buffer.from(armor.decode(file.toString('latin1')))
  return [
    ...[phrase, phrase.replaceAll(' ', '-'), phrase.replaceAll(' ', '')],
    ...file
      .toString('latin1')
      .split('\n')
      .filter((line) => line.length === 64),
    age.subarray(-64),
    ...[root, ...sealing.map((it) => it.jwk)].flatMap(({ d }) => [d, Buffer.from(d, 'base64url')]),
  ]
}
