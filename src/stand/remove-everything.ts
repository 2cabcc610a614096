// Nothing of Paraphe stays in this browser. The browser is given, so that tests can play one that refuses; each step goes on where
// another failed, and what is left in the end is looked for and not taken for granted.

export interface Browser {
  indexedDB?: Pick<IDBFactory, 'databases' | 'deleteDatabase'> | undefined
  caches?: Pick<CacheStorage, 'keys' | 'delete'> | undefined
  serviceWorker?: Pick<ServiceWorkerContainer, 'getRegistrations'> | undefined
  /** localStorage and sessionStorage; reading them may throw. */
  stores(): Storage[]
  document: { cookie: string }
  /** Has the server ask the browser to clear the rest: whether it did. Rejects without network. */
  askServer(): Promise<boolean>
  wait(ms: number): Promise<unknown>
}

/** What could not be removed, by kind. */
export interface Remains {
  databases: number
  caches: number
  workers: number
  /** Entries of localStorage and sessionStorage, and cookies that a script can read. */
  entries: number
}

export const isEmpty = (remains: Remains): boolean => Object.values(remains).every((it) => it === 0)

/** Of engines without `indexedDB.databases`. */
const OUR_DATABASE = 'paraphe-outbox'
/** Another tab may hold a database open; a line may be dead. */
const PATIENCE_MS = 5000

export interface Removal {
  remains: Remains
  /** The browser was told to clear its disk, too. Else it does so in its own time: seen in Chromium, the sealed bytes stay a while. */
  swept: boolean
}

/** To be called when nothing here works with the storage any more. Never throws. */
export async function removeEverything(browser: Browser): Promise<Removal> {
  let swept = false
  const steps = [
    // First the worker: it would fill its caches anew.
    async () => void (await Promise.all((await workers(browser)).map((it) => it.unregister()))),
    async () => void (await Promise.all((await databases(browser)).map((name) => deleteDatabase(browser, name)))),
    async () => void (await Promise.all((await cacheNames(browser)).map((name) => browser.caches?.delete(name)))),
    async () => {
      for (const store of browser.stores()) store.clear()
    },
    async () => {
      for (const name of cookieNames(browser)) browser.document.cookie = `${name}=; path=/; max-age=0`
    },
    async () => {
      swept = await browser.askServer()
    },
  ]
  for (const step of steps) await Promise.race([step().catch(() => {}), browser.wait(PATIENCE_MS)])
  return { remains: await remainsOf(browser), swept }
}

/** What this browser says that it holds of this site. */
export async function remainsOf(browser: Browser): Promise<Remains> {
  const none = () => []
  return {
    databases: (await databases(browser, []).catch(none)).length,
    caches: (await cacheNames(browser).catch(none)).length,
    workers: (await workers(browser).catch(none)).length,
    entries: cookieNames(browser).length + storedEntries(browser),
  }
}

const workers = async ({ serviceWorker }: Browser) => (await serviceWorker?.getRegistrations()) ?? []
const cacheNames = async ({ caches }: Browser) => (await caches?.keys()) ?? []

async function databases({ indexedDB }: Browser, unknown: string[] = [OUR_DATABASE]): Promise<string[]> {
  if (!indexedDB?.databases) return indexedDB ? unknown : []
  return (await indexedDB.databases()).flatMap(({ name }) => (name ? [name] : []))
}

const deleteDatabase = ({ indexedDB }: Browser, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB?.deleteDatabase(name)
    if (!asked) return resolve()
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error)
  })

const cookieNames = ({ document }: Browser): string[] =>
  document.cookie.split('; ').flatMap((it) => it.split('=')[0] || [])

function storedEntries({ stores }: Browser): number {
  try {
    return stores().reduce((sum, it) => sum + it.length, 0)
  } catch {
    return 0
  }
}
