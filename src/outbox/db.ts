// The only file that names Dexie or a table.
import { type Collection, Dexie, liveQuery, type Table } from 'dexie'
import type { Pin } from '../../protocol/sealing-key.ts'
import { DURABILITY } from './durability.ts'
import type { Notes, TeamDay } from './notes.ts'
import {
  EMPTY_TALLY,
  type Kept,
  type Memory,
  NEW_MEMORY,
  type Reading,
  type State,
  type Storage,
  StorageFailure,
  type Tally,
  type Withdrawal,
  type Writing,
} from './storage.ts'
import { problemOf } from './storage-failure.ts'
import { unhurried } from './unhurried.ts'

// Versions only ever add. A dump of each version that landed lives in tests/outbox/fixtures/ and must always open.
const SCHEMA_1 = {
  envelopes: 'id, [state+seq], [state+answeredAt]',
  tallies: 'of',
  pins: 'campaign',
  meta: 'name',
}
const SCHEMA_2 = { withdrawals: 'tag, [state+answeredAt]' }
const SCHEMA_3 = { notes: 'name', team: '[stand+day]' }

const TALLY = 'outbox'
const MEMORY = 'memory'
const ANSWERED: readonly State[] = ['accepted', 'withdrawn']

const WATCH_PAUSE_MS = 80
const LOOK_AGAIN_MS = 1000
/** Safari has left requests without any answer; nobody shall stand before a form that saves for ever. */
const TOO_LONG_MS = 30_000

class Tables extends Dexie {
  declare envelopes: Table<Kept, string>
  declare withdrawals: Table<Withdrawal, string>
  declare tallies: Table<Tally & { of: string }, string>
  declare pins: Table<Pin & { campaign: string }, string>
  declare meta: Table<Memory & { name: string }, string>
  declare notes: Table<{ name: keyof Notes; note: unknown }, string>
  declare team: Table<TeamDay, [string, string]>

  constructor(name: string) {
    // No cache: it would show rows that are not committed yet.
    super(name, { chromeTransactionDurability: DURABILITY, cache: 'disabled' })
    this.version(1).stores(SCHEMA_1)
    this.version(2).stores(SCHEMA_2)
    this.version(3).stores(SCHEMA_3)
  }
}

/** The outbox's storage in IndexedDB, opened at its first use. Once it was closed it never opens again. */
export function openStorage(name = 'paraphe-outbox'): Storage & { close(): void } {
  const db = new Tables(name)
  const { tables } = db
  const tx = verbs(db)

  // A newer version of the app wants to upgrade in another tab: make way at once. The next use opens again; as versions
  // only ever add, this page goes on working until it is reloaded.
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: false })
    return false
  })

  let blocked = false
  let over = false

  /** Dexie never opens again by itself once opening failed, even where the disk has room again. */
  const ready = async (): Promise<void> => {
    if (over) throw new StorageFailure('closing')
    if (db.isOpen()) return
    let held: () => void = () => {}
    const waiting = new Promise<never>((_, reject) => {
      held = () => {
        blocked = true
        reject(new StorageFailure('blocked'))
      }
      if (blocked) held()
    })
    db.on('blocked', held)
    try {
      const opening = db.open()
      opening.then(() => (blocked = false)).catch(() => {})
      await inTime(Promise.race([opening, waiting]))
    } catch (cause) {
      throw new StorageFailure(problemOf(cause, true) ?? 'cannot-open', { cause })
    } finally {
      db.on('blocked').unsubscribe(held)
    }
  }

  const once = async <T>(mode: 'rw!' | 'r!', work: (tx: Writing) => Promise<T>): Promise<T> => {
    await ready()
    try {
      // An async function, which Dexie looks for: else it loses the transaction behind the second step that is a function of its own.
      return await inTime(db.transaction(mode, tables, async () => work(tx)))
    } catch (cause) {
      const problem = problemOf(cause, false)
      if (!problem) throw cause
      if (problem !== 'quota') db.close({ disableAutoOpen: false })
      throw new StorageFailure(problem, { cause })
    }
  }

  /**
   * Once more on a fresh connection, where that can help. Every piece of work may run twice: it decides by the rows that it
   * finds, so a commit whose answer was lost changes nothing the second time.
   */
  const run = async <T>(mode: 'rw!' | 'r!', work: (tx: Writing) => Promise<T>): Promise<T> => {
    try {
      return await once(mode, work)
    } catch (error) {
      if (!(error instanceof StorageFailure) || error.problem === 'quota' || error.problem === 'blocked') throw error
      return once(mode, work)
    }
  }

  return {
    write: (work) => run('rw!', work),
    read: (work) => run('r!', work),
    close: () => {
      over = true
      db.close()
    },
    watch: <T>(
      work: (tx: Reading) => Promise<T>,
      told: (value: T) => void,
      failed: (failure: StorageFailure) => void,
    ) => {
      // At once at first, so that a screen sees what waits before it is sent.
      const { tell, end } = unhurried(told, WATCH_PAUSE_MS)
      let again: ReturnType<typeof setTimeout> | undefined
      let ended = false
      let heard = 0
      const fail = (error: unknown) => {
        if (!ended) failed(new StorageFailure(problemOf(error, false) ?? 'connection-lost', { cause: error }))
      }
      const look = () => {
        again = undefined
        const before = heard
        // What the live query said meanwhile is newer.
        run('r!', work).then((value) => {
          if (heard === before) tell(value)
        }, fail)
      }
      // A live query is silent about a lost connection, so it is asked again by hand, slowly: asking may close it again.
      const closed = () => {
        again ??= setTimeout(look, LOOK_AGAIN_MS)
      }
      db.on('close', closed)
      look()
      const next = (value: T) => {
        heard += 1
        tell(value)
      }
      const live = liveQuery(() => db.transaction('r', tables, async () => work(tx))).subscribe({ next, error: fail })
      return () => {
        ended = true
        end()
        clearTimeout(again)
        live.unsubscribe()
        db.on('close').unsubscribe(closed)
      }
    },
  }
}

async function inTime<T>(work: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageFailure('connection-lost')), TOO_LONG_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function verbs(db: Tables): Writing {
  const between = (state: string, from: number, to: number) => [[state, from], [state, to], true, true] as const
  // Asked at once: with each answer they are, and nearly always there is nothing.
  const allAnswered = (from: number, to: number): Collection<object>[] => [
    ...ANSWERED.map((state) => db.envelopes.where('[state+answeredAt]').between(...between(state, from, to))),
    db.withdrawals.where('[state+answeredAt]').between(...between('acknowledged', from, to)),
  ]
  return {
    entries: (ids) => db.envelopes.bulkGet([...ids]),
    inState: (state, limit, after = 0) =>
      db.envelopes
        .where('[state+seq]')
        .between(...between(state, after + 1, Number.MAX_SAFE_INTEGER))
        .limit(limit)
        .toArray(),
    withdrawal: async (tag) => (await db.withdrawals.get(tag)) ?? null,
    withdrawals: (state, limit) =>
      db.withdrawals
        .where('[state+answeredAt]')
        .between(...between(state, 0, Number.MAX_SAFE_INTEGER))
        .limit(limit)
        .toArray(),
    tally: async () => {
      const { of: _, ...tally } = (await db.tallies.get(TALLY)) ?? { of: TALLY, ...EMPTY_TALLY }
      return tally
    },
    memory: async () => {
      const { name: _, ...memory } = { name: MEMORY, ...NEW_MEMORY, ...(await db.meta.get(MEMORY)) }
      return memory
    },
    pin: async (campaign) => {
      const row = await db.pins.get(campaign)
      return row ? { root: row.root, serial: row.serial } : null
    },
    note: async <Name extends keyof Notes>(name: Name) =>
      ((await db.notes.get(name))?.note ?? null) as Notes[Name] | null,
    teamDays: () => db.team.toArray(),
    putEntries: async (entries) => void (await db.envelopes.bulkPut([...entries])),
    putWithdrawals: async (withdrawals) => void (await db.withdrawals.bulkPut([...withdrawals])),
    putTally: async (tally) => void (await db.tallies.put({ of: TALLY, ...tally })),
    putMemory: async (memory) => void (await db.meta.put({ name: MEMORY, ...memory })),
    putPin: async (campaign, pin) => void (await db.pins.put({ campaign, ...pin })),
    putNote: async (name, note) => void (await (note ? db.notes.put({ name, note }) : db.notes.delete(name))),
    putTeamDay: async (day) => void (await db.team.put(day)),
    dateAnswered: async (date) =>
      void (await Promise.all(allAnswered(0, 0).map((rows) => rows.modify({ answeredAt: date })))),
    forgetAnswered: async (date) => void (await Promise.all(allAnswered(1, date).map((rows) => rows.delete()))),
  }
}
