import { describe, expect, test } from 'vitest'
import { type Browser, isEmpty, removeEverything } from '../../src/stand/remove-everything.ts'

/** A browser that holds something of each kind; `change` makes it refuse. */
function browser(change: Partial<Browser> = {}) {
  const held = { databases: ['paraphe-outbox', 'keyval-store'], caches: ['precache', 'pages'], workers: ['/sw.js'] }
  const stores = [new Map([['language', 'fr']]), new Map([['x', 'y']])]
  const cookies = new Map([['a', '1']])
  let asked = 0
  const it: Browser = {
    indexedDB: {
      databases: async () => held.databases.map((name) => ({ name, version: 3 })),
      deleteDatabase: (name) => {
        const request = { result: undefined } as unknown as IDBOpenDBRequest
        queueMicrotask(() => {
          held.databases = held.databases.filter((it) => it !== name)
          request.onsuccess?.(new Event('success'))
        })
        return request
      },
    },
    caches: {
      keys: async () => held.caches,
      delete: async (name) => {
        held.caches = held.caches.filter((it) => it !== name)
        return true
      },
    },
    serviceWorker: {
      getRegistrations: async () =>
        held.workers.map((url) => ({
          unregister: async () => {
            held.workers = held.workers.filter((it) => it !== url)
            return true
          },
        })) as never,
    },
    stores: () => stores.map((all) => ({ clear: () => all.clear(), length: all.size }) as unknown as Storage),
    document: {
      get cookie() {
        return [...cookies].map((it) => it.join('=')).join('; ')
      },
      set cookie(line) {
        cookies.delete(line.split('=')[0] ?? '')
      },
    },
    askServer: async () => {
      asked += 1
      return true
    },
    wait: () => new Promise((done) => setTimeout(done, 20)),
    ...change,
  }
  return { it, held, asked: () => asked }
}

describe('removing everything', () => {
  test('leaves nothing of any kind, and has the server clear what no script may', async () => {
    const { it, asked } = browser()
    const { remains, swept } = await removeEverything(it)
    expect(swept).toBe(true)
    expect(remains).toEqual({ databases: 0, caches: 0, workers: 0, entries: 0 })
    expect(isEmpty(remains)).toBe(true)
    expect(asked()).toBe(1)
  })

  test('goes on where a step fails, and says what is left', async () => {
    const { it, held } = browser({
      caches: { keys: async () => ['precache'], delete: () => Promise.reject(new Error('no')) },
      askServer: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    const { remains, swept } = await removeEverything(it)
    expect(swept, 'no network').toBe(false)
    expect(remains).toEqual({ databases: 0, caches: 1, workers: 0, entries: 0 })
    expect(isEmpty(remains)).toBe(false)
    expect(held.databases).toEqual([])
  })

  test('does not wait for ever for a database that another tab holds open', async () => {
    const { it } = browser({
      indexedDB: {
        databases: async () => [{ name: 'paraphe-outbox', version: 3 }],
        deleteDatabase: () => ({}) as IDBOpenDBRequest,
      },
    })
    expect((await removeEverything(it)).remains).toMatchObject({ databases: 1, caches: 0 })
  })

  test('works where the browser has no databases, caches or workers, or refuses its stores', async () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const { it } = browser({ indexedDB: undefined, caches: undefined, serviceWorker: undefined, stores: refuse })
    expect(isEmpty((await removeEverything(it)).remains)).toBe(true)
  })
})
