import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONSOLE_ROUTES, EnvelopePage } from '../../protocol/console-routes.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { type ExportFilter, ExportRun, REVIEW_ROUTES, Withdrawn } from '../../protocol/review-routes.ts'
import { erasuresFile } from '../../sync-server/store/data-dir.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { call, countsOf, logIn, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'

let running: Running
let keys: Keys
let cookie: string

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
  cookie = (await logIn(running)).cookie
})
afterEach(() => running.stop())

const CAMPAIGN = 'droits-2024'
const ALL: ExportFilter = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }

type Asking = { body?: unknown; query?: string; parameters?: Record<string, string> }
const asked = (route: Parameters<typeof call>[1], { body, query = '', parameters = {} }: Asking = {}) =>
  call(running, route, { body, query, parameters: { campaign: CAMPAIGN, ...parameters }, headers: { cookie } })
const word = async (answer: ReturnType<typeof call>) => [(await answer).statusCode, (await answer).json().reason]

/** Signatures that have come, a minute apart. */
async function come(...petitions: string[][]): Promise<Envelope[]> {
  const all = await Promise.all(petitions.map((it) => sealed(keys.sealingKey, { petitions: it })))
  for (const envelope of all) {
    await send(running, [envelope])
    running.clock.now += 60_000
  }
  return all
}
const idsOf = (all: { id: string }[]) => all.map(({ id }) => id)

async function listed(query = ''): Promise<string[]> {
  const page = EnvelopePage.parse((await asked(CONSOLE_ROUTES.envelopes, { query })).json())
  const counted = EnvelopePage.parse(
    (await asked(CONSOLE_ROUTES.envelopes, { query: `${query || '?'}&count=1` })).json(),
  )
  const [chosen, aside] = [page.items.filter((it) => !it.aside), page.items.filter((it) => it.aside)]
  expect(counted).toEqual({ items: [], next: null, count: chosen.length, aside: aside.length })
  return chosen.map(({ envelope }) => envelope.id)
}

/** An export that held these, confirmed or not. */
async function exported(ids: string[], filter: ExportFilter = ALL, confirmed = true): Promise<string> {
  const run = newUuid()
  const parameters = { run }
  await asked(REVIEW_ROUTES.beginExport, { parameters, body: { filter, envelopes: ids.length } })
  if (ids.length > 0) await asked(REVIEW_ROUTES.recordExport, { parameters, body: { ids } })
  if (confirmed) await asked(REVIEW_ROUTES.confirmExport, { parameters, body: { confirmed } })
  return run
}

test('nobody without a session decides, exports or withdraws, and nothing of it is in a campaign that is not there', async () => {
  for (const route of Object.values(REVIEW_ROUTES)) {
    const parameters = { campaign: CAMPAIGN, run: newUuid(), envelope: newUuid() }
    const body = {
      decide: { decisions: [{ envelope: newUuid(), petition: null, verdict: 'read' }] },
      beginExport: { filter: ALL, envelopes: 0 },
      recordExport: { ids: [newUuid()] },
      confirmExport: { confirmed: true },
    }[Object.entries(REVIEW_ROUTES).find(([, it]) => it === route)?.[0] ?? '']
    expect(await word(call(running, route, { parameters, body }))).toEqual([401, 'login-needed'])
    const elsewhere = { ...parameters, campaign: 'elsewhere' }
    expect(await word(asked(route, { parameters: elsewhere, body }))).toEqual([404, 'unknown-campaign'])
  }
})

describe('choosing what to open', () => {
  test('refuses what is no choice', async () => {
    for (const query of ['?petitions=A', '?petitions=', '?from=yesterday', '?to=2026-11-22', '?fresh=2'])
      expect([query, ...(await word(asked(CONSOLE_ROUTES.envelopes, { query })))]).toEqual([
        query,
        400,
        'not-this-shape',
      ])
  })

  test('goes by case and by when it was received, both ends included', async () => {
    const [awa, bila, both] = idsOf(await come(['awa'], ['bila'], ['awa', 'bila']))
    expect(await listed()).toEqual([awa, bila, both])
    expect(await listed('?petitions=awa')).toEqual([awa, both])
    expect(await listed('?petitions=aw,bila')).toEqual([bila, both])
    expect(await listed('?from=2026-11-22T14:01:00Z')).toEqual([bila, both])
    expect(await listed('?from=2026-11-22T14:01:00.000Z&to=2026-11-22T14:01:00Z')).toEqual([bila])
    // To be compared with: a duplicate of what came before is one of the part, too.
    const query = '?petitions=awa&from=2026-11-22T14:01:00Z'
    const { items } = EnvelopePage.parse((await asked(CONSOLE_ROUTES.envelopes, { query })).json())
    expect(items.map((it) => [it.envelope.id, it.aside])).toEqual([
      [awa, true],
      [both, undefined],
    ])
  })

  test('“new” is what no confirmed export of these cases holds', async () => {
    const [awa, both, bila] = (await come(['awa'], ['awa', 'bila'], ['bila'])) as [Envelope, Envelope, Envelope]
    const run = await exported(idsOf([awa, both]), { ...ALL, petitions: ['awa'] }, false)
    expect(await listed('?fresh=1')).toHaveLength(3)
    await asked(REVIEW_ROUTES.confirmExport, { parameters: { run }, body: { confirmed: true } })
    expect(await listed('?fresh=1&petitions=awa')).toEqual([])
    // What was taken out for one case is still new for another.
    expect(await listed('?fresh=1&petitions=bila')).toEqual([both.id, bila.id])
    expect(await listed('?fresh=1')).toHaveLength(3)
    await exported(idsOf([awa, both, bila]))
    expect(await listed('?fresh=1')).toEqual([])
    const [late] = idsOf(await come(['awa']))
    expect(await listed('?fresh=1')).toEqual([late])
    expect(await listed('?fresh=1&petitions=bila')).toEqual([])
  })
})

describe('an export run', () => {
  const begin = (run: string, envelopes: number) =>
    asked(REVIEW_ROUTES.beginExport, { parameters: { run }, body: { filter: ALL, envelopes } })
  const record = (run: string, ids: string[]) =>
    asked(REVIEW_ROUTES.recordExport, { parameters: { run }, body: { ids } })
  const confirm = (run: string, confirmed = true) =>
    asked(REVIEW_ROUTES.confirmExport, { parameters: { run }, body: { confirmed } })

  test('is refused where it is not there, or would hold more or less than it said', async () => {
    const ids = idsOf(await come(['awa'], ['awa']))
    const run = newUuid()
    expect(await word(record(run, ids))).toEqual([404, 'unknown-record'])
    expect(await word(confirm(run))).toEqual([404, 'unknown-record'])
    expect(await word(confirm('x'))).toEqual([404, 'unknown-record'])
    await begin(run, 2)
    expect(await word(begin(run, 3))).toEqual([409, 'wrong-export'])
    await record(run, ids.slice(0, 1))
    expect(await word(confirm(run))).toEqual([409, 'wrong-export'])
    expect(await word(record(run, [...ids, newUuid()]))).toEqual([409, 'wrong-export'])
    expect((await asked(REVIEW_ROUTES.exports)).json()).toMatchObject([{ run, recorded: 1, confirmedAt: null }])
  })

  test('says who made and confirmed it and when; the same calls again change nothing, and confirming is taken back', async () => {
    const ids = idsOf(await come(['awa'], ['awa']))
    const run = newUuid()
    for (let i = 0; i < 2; i++) await begin(run, 2)
    for (const part of [ids.slice(0, 1), ids, ids]) await record(run, part)
    const confirmed = ExportRun.parse((await confirm(run)).json())
    expect(confirmed).toEqual({
      run,
      filter: ALL,
      envelopes: 2,
      recorded: 2,
      by: 'Afi',
      at: '2026-11-22T14:02:00.000Z',
      confirmedAt: '2026-11-22T14:02:00.000Z',
      confirmedBy: 'Afi',
    })
    running.clock.now += 60_000
    expect((await confirm(run)).json()).toEqual(confirmed)
    expect((await confirm(run, false)).json()).toMatchObject({ confirmedAt: null, confirmedBy: null })
    expect(await listed('?fresh=1')).toEqual(ids)
  })

  test('tells what was withdrawn since: of the last one all, of those before what went after it was made', async () => {
    const codes = Array.from({ length: 4 }, newReceiptCode)
    const all = await Promise.all(codes.map((code) => sealed(keys.sealingKey, { code })))
    await send(running, all)
    const [one, two, three, four] = all as [Envelope, Envelope, Envelope, Envelope]
    const withdrawn = async () => Withdrawn.parse((await asked(REVIEW_ROUTES.withdrawn)).json())
    const withdraw = (envelope: Envelope) => running.store.withdraw(CAMPAIGN, envelope.withdrawTag)
    await withdraw(four)
    expect(await withdrawn()).toEqual({ since: null, envelopes: [] })
    await exported(idsOf([one, two, three]))
    expect((await withdrawn()).envelopes).toEqual([])
    running.clock.now += 60_000
    await withdraw(one)
    expect((await withdrawn()).envelopes).toEqual([one.id])
    // It was opened, and went before the run began.
    await withdraw(two)
    running.clock.now += 60_000
    await exported(idsOf([two, three]))
    expect((await withdrawn()).envelopes).toEqual([two.id])
    await withdraw(three)
    expect((await withdrawn()).envelopes).toEqual([two.id, three.id].sort())
  })
})

describe('a decision', () => {
  const decide = (decisions: unknown[]) => asked(REVIEW_ROUTES.decide, { body: { decisions } })
  const standing = async () => (await asked(REVIEW_ROUTES.decisions)).json()

  test('is kept with who and when, the last one stands, and it is taken back', async () => {
    const [envelope] = idsOf(await come(['awa', 'bila']))
    await decide([{ envelope, petition: 'awa', verdict: 'duplicate' }])
    await decide([
      { envelope, petition: 'awa', verdict: 'rejected' },
      { envelope, petition: 'awa', verdict: 'valid' },
      { envelope, petition: null, verdict: 'read' },
    ])
    const kept = { envelope, by: 'Afi', at: '2026-11-22T14:01:00.000Z' }
    expect(await standing()).toEqual([
      { ...kept, petition: null, verdict: 'read' },
      { ...kept, petition: 'awa', verdict: 'valid' },
    ])
    expect((await decide([{ envelope, petition: 'awa', verdict: null }])).json()).toEqual([])
    expect(await standing()).toEqual([{ ...kept, petition: null, verdict: 'read' }])
  })

  test('about what is not held is left out, and a word that is none is refused', async () => {
    const [envelope] = idsOf(await come(['awa']))
    const answer = await decide([
      { envelope: newUuid(), petition: 'awa', verdict: 'valid' },
      { envelope, petition: 'awa', verdict: 'valid' },
    ])
    expect(answer.json()).toMatchObject([{ envelope, verdict: 'valid' }])
    expect(await standing()).toHaveLength(1)
    expect(await word(decide([{ envelope, petition: 'awa', verdict: 'maybe' }]))).toEqual([400, 'not-this-shape'])
    expect(await word(decide([]))).toEqual([400, 'not-this-shape'])
    expect(await standing()).toHaveLength(1)
  })

  test('three hundred at once, and 1500 ids of an export, stay below the limit of a body', async () => {
    const petition = 'p'.repeat(64)
    const many = Array.from({ length: 300 }, () => ({ envelope: newUuid(), petition, verdict: 'duplicate' }))
    expect((await decide(many)).statusCode).toBe(200)
    const run = newUuid()
    const ids = Array.from({ length: 1500 }, () => newUuid())
    await asked(REVIEW_ROUTES.beginExport, { parameters: { run }, body: { filter: ALL, envelopes: 1500 } })
    const recorded = await asked(REVIEW_ROUTES.recordExport, { parameters: { run }, body: { ids } })
    expect(recorded.json()).toMatchObject({ recorded: 1500 })
  })
})

describe('withdrawing for a person who asked', () => {
  const withdraw = (envelope: string) => asked(REVIEW_ROUTES.withdrawEnvelope, { parameters: { envelope } })

  test('is refused where no envelope has this id', async () => {
    expect(await word(withdraw(newUuid()))).toEqual([404, 'unknown-record'])
    expect(await word(withdraw('x'))).toEqual([404, 'unknown-record'])
  })

  test('takes everything of that sitting for good: counted down, in the erasure log, and nothing comes back', async () => {
    const code = newReceiptCode()
    const sitting = await Promise.all([
      sealed(keys.sealingKey, { code, petitions: ['awa'] }),
      sealed(keys.sealingKey, { code, petitions: ['bila'] }),
    ])
    const [other] = await come(['awa'])
    await send(running, sitting)
    const answer = await withdraw(sitting[1]?.id ?? '')
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(await listed()).toEqual([other?.id])
    expect(await countsOf(running)).toMatchObject({ awa: 1, bila: 0 })
    expect(await verdictsOf(running, sitting)).toEqual(['withdrawn', 'withdrawn'])
    const log = readFileSync(erasuresFile(running.dataDir), 'utf8')
    expect(log).toContain(sitting[0]?.withdrawTag)
    expect(await word(withdraw(sitting[1]?.id ?? ''))).toEqual([404, 'unknown-record'])
  })
})
