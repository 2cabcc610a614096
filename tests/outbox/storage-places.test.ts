// Every place that touches the outbox's storage × every way in which a storage fails. A verb of the queue without a row here
// does not compile; another file that reaches for the storage fails.
import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { whyNotKept } from '../../src/outbox/can-keep.ts'
import { openStorage } from '../../src/outbox/db.ts'
import { storedSigner } from '../../src/outbox/device-key.ts'
import { beginEnrolment, dropEnrolment, takeUp } from '../../src/outbox/enrolment.ts'
import { notSent } from '../../src/outbox/not-sent.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { askBack } from '../../src/outbox/restored.ts'
import { handOffLines } from '../../src/outbox/save-hand-off.ts'
import { type Storage, StorageFailure, type StorageProblem } from '../../src/outbox/storage.ts'
import { counted } from '../../src/outbox/team-tally.ts'
import { FORMER } from '../../src/outbox/verdicts.ts'
import { keepWithdrawal, sendWithdrawals, withdrawalOf } from '../../src/outbox/withdrawals.ts'
import { dumpDatabase } from './fixtures/database-dump.ts'
import { idbFaults } from './idb-faults.ts'
import { drainPorts } from './ports.ts'
import { all, answer, EPOCH, envelope, NOON } from './samples.ts'

const CAMPAIGN = 'ecrire-2024'
const TABLET = {
  device: newUuid(),
  key: 'key',
  pair: await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
  tablet: 1,
  root: 'root',
  stand: { id: 'gare', campaign: CAMPAIGN, name: '', place: '', from: '', to: '', petitions: [] },
}
const PIN = { root: 'root', serial: 1 }

/** One that waits, one accepted, one refused. */
const [waits, accepted, refused] = [envelope(), envelope(), envelope()] as [Envelope, Envelope, Envelope]
const next = envelope()
const sent = async ({ id, ...rest }: Envelope) => ({ id, hash: await envelopeHash({ id, ...rest } as Envelope) })

interface Place {
  writes: boolean
  work(queue: Queue, storage: Storage): Promise<unknown>
  /** What has to be so before it. */
  given?(queue: Queue, storage: Storage): Promise<unknown>
  /** It asks twice at once, and the first answer is heard: a failure of the other one may come too late to matter. */
  asksTwice?: true
}
const reads = (work: Place['work']): Place => ({ writes: false, work })
const writes = (work: Place['work'], given: Place['given'] = async () => {}): Place => ({ writes: true, work, given })

const VERBS: Record<keyof Queue, Place> = {
  keep: writes((queue) => queue.keep(next)),
  nextBatch: reads((queue) => queue.nextBatch({ items: 200, bytes: 240 * 1024 })),
  settle: writes(async (queue) => queue.settle(answer(all([waits.id])), [await sent(waits)], NOON)),
  refuse: writes(async (queue) => queue.refuse(await sent(waits), 'unknown-petition')),
  sendAgain: writes((queue) => queue.sendAgain([refused.id])),
  remember: writes((queue) => queue.remember({ failures: 3 })),
  writePin: writes((queue) => queue.writePin(CAMPAIGN, { ...PIN, serial: 2 })),
  readPin: reads((queue) => queue.readPin(CAMPAIGN)),
  memory: reads((queue) => queue.memory()),
  stateOf: reads((queue) => queue.stateOf(waits.id)),
  tally: reads((queue) => queue.tally()),
  contact: reads((queue) => queue.contact()),
  refused: reads((queue) => queue.refused()),
  errands: reads((queue) => queue.errands()),
  watch: { ...reads(firstWord), asksTwice: true },
}

/** What a watch says first; then it ends, so that nothing of it is at work in what follows. */
async function firstWord(queue: Queue): Promise<unknown> {
  let end = () => {}
  try {
    return await new Promise((told, failed) => {
      end = queue.watch(told, failed)
    })
  } finally {
    end()
  }
}

const CODE = '0'.repeat(26)
const tagOf = async () => 'tag'
const heard = { serverDate: NOON }

/** What reaches for the storage beside the queue. */
const BESIDE = {
  keepWithdrawal: writes((_, storage) => keepWithdrawal(storage, CAMPAIGN, CODE, async () => waits.withdrawTag)),
  withdrawalOf: reads((_, storage) => withdrawalOf(storage, 'tag')),
  sendWithdrawals: writes(
    (queue, storage) =>
      sendWithdrawals({
        ...drainPorts(storage, queue),
        post: async () => ({ answer: { accepted: true, epoch: EPOCH } as never, ...heard }),
      }),
    (_, storage) => keepWithdrawal(storage, CAMPAIGN, CODE, tagOf),
  ),
  askBack: writes(
    (queue, storage) =>
      askBack({
        ...drainPorts(storage, queue),
        post: async () => ({
          answer: { epoch: EPOCH, items: [{ id: accepted.id, held: 'missing' }] } as never,
          ...heard,
        }),
      }),
    (queue) => queue.remember({ restored: true, askedTo: 0 }),
  ),
  whyNotKept: writes(async (_, storage) => {
    const problem = await whyNotKept(storage)
    if (problem) throw new StorageFailure(problem)
  }),
  notSent: reads((_, storage) => storage.read((tx) => notSent(tx, CAMPAIGN))),
  storedSigner: reads((_, storage) => storedSigner(storage)()),
  beginEnrolment: writes((_, storage) => beginEnrolment(storage, 'CODE', null)),
  dropEnrolment: writes((_, storage) => dropEnrolment(storage)),
  takeUp: writes((_, storage) => takeUp(storage, TABLET)),
  keepForTeam: writes((queue) => queue.keep(next, counted('ecrire/gare', next, new Date(NOON)))),
  handOffLines: reads(async (queue, storage) => {
    for await (const _ of handOffLines({ ...drainPorts(storage, queue), queue, link: async (link) => link })) void _
  }),
}
const FILES = [
  'can-keep.ts',
  'device-key.ts',
  'enrolment.ts',
  'keeping.ts',
  'not-sent.ts',
  'queue.ts',
  'restored.ts',
  'withdrawals.ts',
]

const PLACES: [string, Place][] = [...Object.entries(VERBS), ...Object.entries(BESIDE)]

type Said = readonly (StorageProblem | null)[]

interface Failing {
  what: string
  /** `each`: until it is lifted. */
  begin(faults: ReturnType<typeof idbFaults>): void
  /** What the caller hears; null where the storage gets over it by itself. */
  says: Said
  writesOnly?: true
}

const FAILURES: Failing[] = [
  ...(
    [
      ['SecurityError', ['cannot-open']],
      ['UnknownError', ['cannot-open']],
      // A full disk; where Dexie opens by itself in front of a transaction, only its message tells it from a quota.
      ['QuotaExceededError', ['quota', 'disk-full']],
    ] as const
  ).map(
    ([name, says]): Failing => ({
      what: `lost, and cannot be opened again: ${name}`,
      begin: (faults) => {
        faults.loseConnections()
        faults.refuseOpen(name)
      },
      says,
    }),
  ),
  { what: 'lost once', begin: (faults) => faults.loseConnections(), says: [null] },
  { what: 'closing, once', begin: (faults) => faults.refuseNextTransaction('InvalidStateError'), says: [null] },
  { what: 'closing', begin: (faults) => faults.refuseNextTransaction('InvalidStateError', true), says: ['closing'] },
  {
    what: 'its quota used up',
    begin: (faults) => faults.abortNextWrite('QuotaExceededError', true),
    says: ['quota'],
    writesOnly: true,
  },
  {
    what: 'undone once, for no reason given',
    begin: (faults) => faults.abortNextWrite('AbortError'),
    says: [null],
    writesOnly: true,
  },
  {
    what: 'undone each time, for no reason given',
    begin: (faults) => faults.abortNextWrite('AbortError', true),
    says: ['connection-lost'],
    writesOnly: true,
  },
]

/** At each operation on rows that a place has. */
const AT_OPERATIONS: {
  what: string
  begin(faults: ReturnType<typeof idbFaults>, nth: number): void
  says: Said
}[] = [
  { what: 'lost', begin: (faults, nth) => faults.closeAt(nth), says: [null] },
  { what: 'lost each time', begin: (faults, nth) => faults.closeAt(nth, true), says: ['connection-lost'] },
  { what: 'read or written with an error', begin: (faults, nth) => faults.abortAt(nth, 'UnknownError'), says: [null] },
  {
    what: 'read or written with an error each time',
    begin: (faults, nth) => faults.abortAt(nth, 'UnknownError', true),
    says: ['connection-lost'],
  },
]

let faults: ReturnType<typeof idbFaults>
let name: string
let storage: ReturnType<typeof openStorage>
let queue: Queue

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  faults = idbFaults()
  await fill()
})

/** A device's outbox, new. */
async function fill(): Promise<void> {
  name = newUuid()
  storage = openStorage(name)
  queue = createQueue({ storage })
  for (const it of [waits, accepted, refused]) await queue.keep(it)
  const verdicts = [
    { index: 0, id: accepted.id, verdict: 'stored' as const },
    { index: 1, id: refused.id, verdict: 'refused' as const, reason: 'unknown-petition' as const },
  ]
  await queue.settle(answer(verdicts), [await sent(accepted), await sent(refused)], NOON)
  await queue.writePin(CAMPAIGN, PIN)
}
afterEach(() => {
  storage.close()
  vi.restoreAllMocks()
})

const said = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error) => (error instanceof StorageFailure ? error.problem : error),
  )

it('knows every verb of the queue, and every file that reaches for the storage', () => {
  expect(Object.keys(VERBS).sort()).toEqual(Object.keys(queue).sort())
  const room = new URL('../../src/outbox/', import.meta.url)
  const reaching = readdirSync(room).filter((it) =>
    /storage\.(read|write|watch)\(/.test(readFileSync(new URL(it, room), 'utf8')),
  )
  expect(reaching).toEqual(FILES)
})

describe.each(PLACES)('%s, where the storage is', (_, place) => {
  it.each(FAILURES.filter((it) => place.writes || !it.writesOnly))(
    '$what, says $says and loses nothing',
    async ({ begin, says }) => {
      await survives(place, () => begin(faults), says)
    },
  )

  it.each(AT_OPERATIONS)('$what, at each of its operations, says $says and loses nothing', async ({ begin, says }) => {
    faults.operations()
    await place.work(queue, storage)
    const most = faults.operations()
    expect(most).toBeGreaterThan(0)
    for (let nth = 1; nth <= most; nth++) {
      storage.close()
      await fill()
      faults.fired()
      // At the very first operation both of a watch's questions still have their own before them.
      const heard = place.asksTwice && nth > 1 ? [...says, null] : says
      await survives(place, () => begin(faults, nth), heard, true)
    }
  })
})

/** `mayMiss`: how many operations a place has may differ by one or two, for they depend on ids. */
async function survives(place: Place, begin: () => void, says: Said, mayMiss = false): Promise<void> {
  await place.given?.(queue, storage)
  const before = await kept()
  begin()
  const heard = await said(place.work(queue, storage))
  if (mayMiss && faults.fired() === 0) expect(heard, 'nothing failed').toBeNull()
  else expect(says).toContain(heard)
  faults.lift()
  const after = await kept()
  for (const row of before.ids) expect(after.ids).toContain(row)
  if (!place.writes) expect(after).toEqual(before)
  expect(await said(place.work(queue, storage)), 'the same again, when the failure has passed').toBeNull()
  await kept()
}

/** What lies on the disk, read without the outbox; whole, whatever happened. */
async function kept(): Promise<{ ids: string[]; dump: unknown }> {
  const dump = await dumpDatabase(name)
  const all = (dump.stores.envelopes?.rows ?? []) as { id: string; state: string; seq: number }[]
  // What an enrolment before this one had acknowledged was counted there.
  const rows = all.filter((it) => it.seq < FORMER)
  const [tally] = (dump.stores.tallies?.rows ?? []) as Record<string, number>[]
  const count = (state: string) => rows.filter((it) => it.state === state).length
  expect(tally).toMatchObject({
    captured: rows.length,
    waiting: count('waiting'),
    accepted: count('accepted'),
    refused: count('refused'),
    withdrawn: count('withdrawn'),
  })
  return { ids: all.map((it) => it.id), dump }
}
