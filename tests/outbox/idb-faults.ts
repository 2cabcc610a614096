// Makes fake-indexeddb fail the way browsers do (traps.md §8 has what Chromium was seen to do).
import { forceCloseDatabase } from 'fake-indexeddb'
import { vi } from 'vitest'

type Opened = IDBDatabase & { _closed?: boolean }
interface Inside extends IDBTransaction {
  _abort(name: string): void
  _start(): void
  _requests: unknown[]
}

/** Every request of it succeeds; it is undone when it should be committed, as browsers do when there is no room. */
function failAtCommit(tx: Inside, name: string): void {
  const start = tx._start
  let begun = false
  tx._start = () => {
    begun ||= tx._requests.length > 0
    if (begun && tx._requests.length === 0) tx._abort(name)
    else start.call(tx)
  }
}

/** As the specification has it, and the library does not: what is under way is undone. */
const lose = (tx: Inside) => {
  tx._abort('AbortError')
  forceCloseDatabase(tx.db as never)
}

/** All by which a row is read or written. */
const OPERATIONS: readonly (readonly [object, readonly string[]])[] = [
  [
    IDBObjectStore.prototype,
    ['get', 'getAll', 'put', 'add', 'delete', 'clear', 'openCursor', 'count', 'getKey', 'getAllKeys'],
  ],
  [IDBIndex.prototype, ['get', 'getAll', 'openCursor', 'openKeyCursor', 'count', 'getKey', 'getAllKeys']],
]

export function idbFaults() {
  const realTransaction = IDBDatabase.prototype.transaction
  const realOpen = IDBFactory.prototype.open
  const begun: { mode: IDBTransactionMode; durability: string | undefined }[] = []
  const connections = new Set<Opened>()
  let abortNextWrite: { name: string; each: boolean } | null = null
  let refuseOpen: string | null = null
  let refuseTransaction: { name: string; each: boolean } | null = null
  let operations = 0
  let fired = 0
  let atOperation: { nth: number; each: boolean; happens: (tx: Inside) => void } | null = null

  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: Opened, names, mode, options) {
    connections.add(this)
    begun.push({ mode: mode ?? 'readonly', durability: options?.durability })
    if (refuseTransaction) {
      const { name, each } = refuseTransaction
      if (!each) refuseTransaction = null
      throw new DOMException('the database connection is closing', name)
    }
    const tx = realTransaction.call(this, names, mode, options) as Inside
    if (mode === 'readwrite' && abortNextWrite) {
      failAtCommit(tx, abortNextWrite.name)
      if (!abortNextWrite.each) abortNextWrite = null
    }
    return tx
  })
  for (const [on, verbs] of OPERATIONS)
    for (const verb of verbs) {
      // biome-ignore lint/suspicious/noExplicitAny: one patch for verbs of different shapes.
      const real = (on as any)[verb]
      // biome-ignore lint/suspicious/noExplicitAny: the same.
      vi.spyOn(on as any, verb).mockImplementation(function (this: any, ...words: unknown[]) {
        const request = real.apply(this, words)
        operations += 1
        const tx = (this.transaction ?? this.objectStore.transaction) as Inside
        if (atOperation && (atOperation.each ? operations >= atOperation.nth : operations === atOperation.nth)) {
          fired += 1
          atOperation.happens(tx)
        }
        return request
      })
    }
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    if (refuseOpen) throw new DOMException('refused', refuseOpen)
    return realOpen.call(this, name, version)
  })

  return {
    begun,
    /** The next write, or each, is undone when it should be committed, for this reason. */
    abortNextWrite: (name: string, each = false) => {
      abortNextWrite = { name, each }
    },
    /** How many operations on rows failed since it was asked last. */
    fired: () => {
      const since = fired
      fired = 0
      return since
    },
    /** How many operations on rows there were since it was asked last. */
    operations: () => {
      const since = operations
      operations = 0
      return since
    },
    /** The nth operation on rows from now on, or each from that one on, ends its transaction for this reason. */
    abortAt: (nth: number, name: string, each = false) => {
      operations = 0
      atOperation = { nth, each, happens: (tx) => tx._abort(name) }
    },
    /** The browser closes the connection while the nth operation, or each from that one on, is under way. */
    closeAt: (nth: number, each = false) => {
      operations = 0
      atOperation = { nth, each, happens: lose }
    },
    /** All is well again. */
    lift: () => {
      abortNextWrite = null
      refuseOpen = null
      refuseTransaction = null
      atOperation = null
    },
    /** No database can be opened, until null. */
    refuseOpen: (name: string | null) => {
      refuseOpen = name
    },
    /** The next transaction, or each, finds its connection going away. */
    refuseNextTransaction: (name: string, each = false) => {
      refuseTransaction = { name, each }
    },
    /** The browser closes every connection by itself. */
    loseConnections: () => {
      for (const db of connections) forceCloseDatabase(db as never)
      connections.clear()
    },
  }
}
