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

export function idbFaults() {
  const realTransaction = IDBDatabase.prototype.transaction
  const realOpen = IDBFactory.prototype.open
  const begun: { mode: IDBTransactionMode; durability: string | undefined }[] = []
  const connections = new Set<Opened>()
  let abortNextWrite: string | null = null
  let refuseOpen: string | null = null
  let refuseTransaction: string | null = null

  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: Opened, names, mode, options) {
    connections.add(this)
    begun.push({ mode: mode ?? 'readonly', durability: options?.durability })
    if (refuseTransaction) {
      const name = refuseTransaction
      refuseTransaction = null
      throw new DOMException('the database connection is closing', name)
    }
    const tx = realTransaction.call(this, names, mode, options) as Inside
    if (mode === 'readwrite' && abortNextWrite) {
      failAtCommit(tx, abortNextWrite)
      abortNextWrite = null
    }
    return tx
  })
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    if (refuseOpen) throw new DOMException('refused', refuseOpen)
    return realOpen.call(this, name, version)
  })

  return {
    begun,
    /** The next write is undone when it should be committed, for this reason. */
    abortNextWrite: (name: string) => {
      abortNextWrite = name
    },
    /** No database can be opened, until null. */
    refuseOpen: (name: string | null) => {
      refuseOpen = name
    },
    /** The next transaction finds its connection going away. */
    refuseNextTransaction: (name: string) => {
      refuseTransaction = name
    },
    /** The browser closes every connection by itself. */
    loseConnections: () => {
      for (const db of connections) forceCloseDatabase(db as never)
      connections.clear()
    },
  }
}
