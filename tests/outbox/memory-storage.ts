// A storage that lives in memory and can be made to fail: what the rules of the outbox are driven with where IndexedDB would
// be too slow. storage-contract.test.ts holds it and IndexedDB to the same promises.
import type { Pin } from '../../protocol/sealing-key.ts'
import type { Notes, TeamDay } from '../../src/outbox/notes.ts'
import {
  EMPTY_TALLY,
  type Kept,
  type Memory,
  NEW_MEMORY,
  type State,
  type Storage,
  StorageFailure,
  type StorageProblem,
  type Tally,
  type Withdrawal,
  type Writing,
} from '../../src/outbox/storage.ts'

export interface Rows {
  entries: Map<string, Kept>
  withdrawals: Map<string, Withdrawal>
  tally: Tally
  memory: Memory
  pins: Map<string, Pin>
  notes: Map<string, unknown>
  /** By stand and day. */
  team: Map<string, TeamDay>
}

export const noRows = (): Rows => ({
  entries: new Map(),
  withdrawals: new Map(),
  tally: EMPTY_TALLY,
  memory: NEW_MEMORY,
  pins: new Map(),
  notes: new Map(),
  team: new Map(),
})

export const copyOf = (rows: Rows): Rows => ({
  ...rows,
  entries: new Map(rows.entries),
  withdrawals: new Map(rows.withdrawals),
  pins: new Map(rows.pins),
  notes: new Map(rows.notes),
  team: new Map(rows.team),
})

/** before: nothing was written · after: it is on disk, but nobody was told. */
export type Fault = { problem: StorageProblem; when: 'before' | 'after' }

export function memoryStorage() {
  let rows = noRows()
  let last: Promise<unknown> = Promise.resolve()
  const faults: Fault[] = []
  const watchers = new Set<() => void>()

  /** One transaction after the other, each on its own copy. */
  function transaction<T>(writes: boolean, work: (tx: Writing) => Promise<T>): Promise<T> {
    const run = async () => {
      const fault = writes ? faults.shift() : undefined
      if (fault?.when === 'before') throw new StorageFailure(fault.problem)
      const copy = copyOf(rows)
      const value = await work(verbs(copy))
      if (writes) {
        rows = copy
        for (const look of watchers) look()
      }
      if (fault) throw new StorageFailure(fault.problem)
      return value
    }
    const result = last.then(run, run)
    last = result.catch(() => {})
    return result
  }

  const storage: Storage = {
    write: (work) => transaction(true, work),
    read: (work) => transaction(false, work),
    watch: (work, told, failed) => {
      const look = () => void transaction(false, work).then(told, failed)
      watchers.add(look)
      look()
      return () => void watchers.delete(look)
    },
  }
  return {
    storage,
    /** The next writes meet these, one each. */
    failNext: (...next: Fault[]) => void faults.push(...next),
    faultsLeft: () => faults.length,
    forgetFaults: () => void faults.splice(0),
    rows: () => rows,
  }
}

export function verbs(rows: Rows): Writing {
  const answered = (state: State) => state === 'accepted' || state === 'withdrawn'
  return {
    entries: async (ids) => ids.map((id) => rows.entries.get(id)),
    inState: async (state, limit, after = 0) =>
      [...rows.entries.values()]
        .filter((entry) => entry.state === state && entry.seq > after)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit),
    withdrawal: async (tag) => rows.withdrawals.get(tag) ?? null,
    withdrawals: async (state, limit) =>
      [...rows.withdrawals.values()].filter((it) => it.state === state).slice(0, limit),
    tally: async () => rows.tally,
    memory: async () => rows.memory,
    pin: async (campaign) => rows.pins.get(campaign) ?? null,
    note: async <Name extends keyof Notes>(name: Name) => (rows.notes.get(name) ?? null) as Notes[Name] | null,
    teamDays: async () => [...rows.team.values()],
    putEntries: async (entries) => {
      for (const entry of entries) rows.entries.set(entry.id, entry)
    },
    putWithdrawals: async (withdrawals) => {
      for (const it of withdrawals) rows.withdrawals.set(it.tag, it)
    },
    putTally: async (tally) => {
      rows.tally = tally
    },
    putMemory: async (memory) => {
      rows.memory = memory
    },
    putPin: async (campaign, pin) => void rows.pins.set(campaign, pin),
    putNote: async (name, note) => void (note ? rows.notes.set(name, note) : rows.notes.delete(name)),
    putTeamDay: async (day) => void rows.team.set(`${day.stand} ${day.day}`, day),
    dateAnswered: async (date) => {
      for (const [id, entry] of rows.entries)
        if (answered(entry.state) && entry.answeredAt === 0) rows.entries.set(id, { ...entry, answeredAt: date })
      for (const [tag, it] of rows.withdrawals)
        if (it.state === 'acknowledged' && it.answeredAt === 0) rows.withdrawals.set(tag, { ...it, answeredAt: date })
    },
    forgetAnswered: async (date) => {
      for (const [id, entry] of rows.entries)
        if (answered(entry.state) && entry.answeredAt > 0 && entry.answeredAt <= date) rows.entries.delete(id)
      for (const [tag, it] of rows.withdrawals)
        if (it.state === 'acknowledged' && it.answeredAt > 0 && it.answeredAt <= date) rows.withdrawals.delete(tag)
    },
  }
}
