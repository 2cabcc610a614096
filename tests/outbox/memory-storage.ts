// A storage that lives in memory and can be made to fail: what the rules of the outbox are driven with where IndexedDB would
// be too slow. storage-contract.test.ts holds it and IndexedDB to the same promises.
import type { Pin } from '../../protocol/sealing-key.ts'
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
  type Writing,
} from '../../src/outbox/storage.ts'

interface Rows {
  entries: Map<string, Kept>
  tally: Tally
  memory: Memory
  pins: Map<string, Pin>
}

/** before: nothing was written · after: it is on disk, but nobody was told. */
export type Fault = { problem: StorageProblem; when: 'before' | 'after' }

export function memoryStorage() {
  let rows: Rows = { entries: new Map(), tally: EMPTY_TALLY, memory: NEW_MEMORY, pins: new Map() }
  let last: Promise<unknown> = Promise.resolve()
  const faults: Fault[] = []
  const watchers = new Set<() => void>()

  /** One transaction after the other, each on its own copy. */
  function transaction<T>(writes: boolean, work: (tx: Writing) => Promise<T>): Promise<T> {
    const run = async () => {
      const fault = writes ? faults.shift() : undefined
      if (fault?.when === 'before') throw new StorageFailure(fault.problem)
      const copy: Rows = { ...rows, entries: new Map(rows.entries), pins: new Map(rows.pins) }
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

function verbs(rows: Rows): Writing {
  const answered = (state: State) => state === 'accepted' || state === 'withdrawn'
  return {
    entries: async (ids) => ids.map((id) => rows.entries.get(id)),
    inState: async (state, limit, after = 0) =>
      [...rows.entries.values()]
        .filter((entry) => entry.state === state && entry.seq > after)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit),
    tally: async () => rows.tally,
    memory: async () => rows.memory,
    pin: async (campaign) => rows.pins.get(campaign) ?? null,
    putEntries: async (entries) => {
      for (const entry of entries) rows.entries.set(entry.id, entry)
    },
    putTally: async (tally) => {
      rows.tally = tally
    },
    putMemory: async (memory) => {
      rows.memory = memory
    },
    putPin: async (campaign, pin) => void rows.pins.set(campaign, pin),
    dateAnswered: async (date) => {
      for (const [id, entry] of rows.entries)
        if (answered(entry.state) && entry.answeredAt === 0) rows.entries.set(id, { ...entry, answeredAt: date })
    },
    forgetAnswered: async (date) => {
      for (const [id, entry] of rows.entries)
        if (answered(entry.state) && entry.answeredAt > 0 && entry.answeredAt <= date) rows.entries.delete(id)
    },
  }
}
