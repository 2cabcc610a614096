import type { Page } from '@playwright/test'

/** What this page's outbox holds, in the order of keeping. */
export const outboxRows = (page: Page): Promise<{ id: string; text: string; state: string }[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('paraphe-outbox')
      open.onsuccess = () => resolve(open.result)
      open.onerror = () => reject(open.error)
    })
    const all = db.transaction('envelopes').objectStore('envelopes').getAll()
    await new Promise((resolve) => {
      all.onsuccess = resolve
    })
    db.close()
    return all.result.sort((a, b) => a.seq - b.seq).map(({ id, text, state }) => ({ id, text, state }))
  })
