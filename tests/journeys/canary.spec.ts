import type { Page } from '@playwright/test'
import { expect, readyOffline, test } from './fixtures.ts'
import { CAMPAIGN, openCampaign } from './open-campaign.ts'
import { fillForm, leaveThanks, receiptCode, submit, thanks } from './people.ts'
import { filesIn, marksIn } from './search-bytes.ts'

// Promise 2: saved is sealed. A marked person signs, and every place that Paraphe writes to is searched for the mark.
const MARKED = { firstName: 'Zwxqéfirst', lastName: 'Kanarivogel-Ünique', phone: '98 76 54 32' }
const MARKS = [MARKED.firstName, MARKED.lastName, '98765432', MARKED.phone]

test('a signer stands in clear nowhere but in the form', async ({ context, server, phone }) => {
  await openCampaign(server)
  await phone.reload()
  await readyOffline(phone)
  const bodies: Buffer[] = []
  const addresses: string[] = []
  context.on('request', (request) => {
    addresses.push(request.url())
    const body = request.postDataBuffer()
    if (body) bodies.push(body)
  })

  await context.setOffline(true)
  await fillForm(phone, MARKED)
  await submit(phone)
  await thanks(phone, MARKED)
  const kept = await everythingKept(phone)
  const code = await receiptCode(phone)
  await leaveThanks(phone)
  await context.setOffline(false)
  await expect
    .poll(() => server.counts(), { timeout: 30_000 })
    .toMatchObject({ 'joel-paredes': 1, 'manahel-al-otaibi': 1 })
  const keptAfter = await everythingKept(phone)

  const places = {
    'IndexedDB, caches and storages before sending': [Buffer.from(kept)],
    'IndexedDB, caches and storages after sending': [Buffer.from(keptAfter)],
    'what crossed the network': [...bodies, Buffer.from(addresses.join('\n'))],
    'the server’s files': (await filesIn(server.dataDir)).map((it) => it.bytes),
  }
  for (const [place, found] of Object.entries(places)) {
    // The campaign's id stands there in clear: so the search would have seen a name too.
    expect(found.flatMap((bytes) => marksIn(bytes, [CAMPAIGN])).length, `${place} was searched`).toBeGreaterThan(0)
    expect(
      found.flatMap((bytes) => marksIn(bytes, [...MARKS, code])),
      place,
    ).toEqual([])
  }
  expect(server.log.length, 'the log was searched').toBeGreaterThan(0)
  expect(marksIn(Buffer.from(server.log), [...MARKS, code]), 'the log').toEqual([])
  expect(phone.url(), 'the address').not.toContain(MARKED.firstName)
  await expect(phone.locator('body'), 'the page after the thank-you').not.toContainText(MARKED.firstName)
})

/** The whole of IndexedDB, of the caches and of both storages, as text. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
    ]
    parts.push(JSON.stringify(history.state))
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name ?? '')
        open.onsuccess = () => resolve(open.result)
        open.onerror = () => reject(open.error)
      })
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll()
        await new Promise((resolve) => {
          all.onsuccess = resolve
        })
        parts.push(JSON.stringify(all.result))
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        parts.push(request.url)
        const response = await cache.match(request)
        if (response) parts.push(await response.text())
      }
    }
    return parts.join('\n')
  })
}
