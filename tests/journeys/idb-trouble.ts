// Makes a page's IndexedDB fail the way that browsers were seen to (traps of the storage: docs/reliability.md), until it is lifted.
import type { BrowserContext, Page } from '@playwright/test'

export type Trouble = 'refused' | 'broken' | 'full at open' | 'quota' | 'full' | 'aborted' | 'closing'

export const ability = (context: BrowserContext) => context.addInitScript(install)

export const begin = (page: Page, trouble: Trouble | null): Promise<void> =>
  page.evaluate((it) => {
    const page = globalThis as unknown as { trouble: Trouble | null; loseConnections(): void }
    page.trouble = it
    // What is open would go on working.
    if (it && /open|refused|broken/.test(it)) page.loseConnections()
  }, trouble)

/** In the page. Nothing of this file is in reach there. */
function install(): void {
  if (!('IDBFactory' in globalThis)) return
  const page = globalThis as unknown as { trouble: Trouble | null; loseConnections(): void }
  page.trouble = null
  const connections = new Set<IDBDatabase>()
  page.loseConnections = () => {
    for (const db of connections) {
      db.close()
      db.dispatchEvent(new Event('close'))
    }
    connections.clear()
  }

  const open = IDBFactory.prototype.open
  const failing = (name: string, message: string) => {
    const request = Object.assign(new EventTarget(), {
      error: new DOMException(message, name),
      onerror: null as null | ((e: Event) => void),
    })
    setTimeout(() => {
      const event = new Event('error', { cancelable: true })
      request.dispatchEvent(event)
      // Who listens by property hears of it too, and reads `event.target.error`.
      Object.defineProperty(event, 'target', { value: request })
      request.onerror?.(event)
    })
    return request as unknown as IDBOpenDBRequest
  }
  IDBFactory.prototype.open = function (...words) {
    if (page.trouble === 'refused') throw new DOMException('The operation is insecure.', 'SecurityError')
    if (page.trouble === 'broken')
      return failing('UnknownError', 'Internal error opening backing store for indexedDB.open.')
    if (page.trouble === 'full at open')
      return failing('QuotaExceededError', 'Encountered full disk while opening backing store for indexedDB.open.')
    return open.apply(this, words)
  }

  const transaction = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...words) {
    connections.add(this)
    if (page.trouble === 'closing') throw new DOMException('The database connection is closing.', 'InvalidStateError')
    const tx = transaction.apply(this, words)
    if (tx.mode === 'readwrite' && page.trouble) undoAtCommit(tx, page.trouble)
    return tx
  }

  const REASONS: Partial<Record<Trouble, [string, string]>> = {
    quota: ['QuotaExceededError', ''],
    full: ['UnknownError', 'Connection is closing because of: IO error: .../000003.log: FILE_ERROR_NO_SPACE (3::x)'],
  }
  /** Every request of it succeeds; kept open until nobody asks for anything any more, and then undone. */
  const undoAtCommit = (tx: IDBTransaction, trouble: Trouble) => {
    let idle = 0
    for (const name of tx.objectStoreNames) busy.set(tx.objectStore(name), () => (idle = 0))
    const store = tx.objectStore(tx.objectStoreNames[0] as string)
    const again = () => {
      idle += 1
      if (idle < 50) get.call(store, 'nobody').onsuccess = again
      else {
        const reason = REASONS[trouble]
        if (reason) Object.defineProperty(tx, 'error', { value: new DOMException(reason[1], reason[0]) })
        tx.abort()
      }
    }
    again()
  }
  const busy = new WeakMap<IDBObjectStore, () => void>()
  const { get, put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...words) {
    busy.get(this)?.()
    return put.apply(this, words)
  }
}
