import type { Page } from '@playwright/test'
import type { Envelope } from '../../protocol/envelope.ts'

/** Puts so many waiting envelopes, made after one sealed one, into the outbox of the page's browser. Its tables must exist. */
export function fillOutbox(page: Page, sample: Envelope, many: number): Promise<void> {
  return page.evaluate(
    async ({ sample, many }) => {
      const opening = indexedDB.open('paraphe-outbox')
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      const tx = db.transaction(['envelopes', 'tallies'], 'readwrite')
      const rows = tx.objectStore('envelopes')
      for (let seq = 1; seq <= many; seq++) {
        const id = crypto.randomUUID()
        const text = JSON.stringify({ ...sample, id })
        const answer = { verdict: null, reason: null, answeredAt: 0 }
        rows.put({ id, seq, state: 'waiting', campaign: sample.campaign, text, hash: id, size: text.length, ...answer })
      }
      const nothing = { accepted: 0, refused: 0, withdrawn: 0 }
      tx.objectStore('tallies').put({ of: 'outbox', captured: many, waiting: many, lastSeq: many, ...nothing })
      await new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve()
        tx.onerror = () => reject(tx.error)
      })
      db.close()
    },
    { sample, many },
  )
}
