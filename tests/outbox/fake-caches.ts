// The browser's CacheStorage as far as the worker uses it, in the order that the standard gives: putting again moves to the end.
export function fakeCaches(): CacheStorage & { dump(): Promise<Record<string, string[]>> } {
  const stores = new Map<string, Map<string, Response>>()
  const urlOf = (request: RequestInfo | URL) => {
    const url = new URL(request instanceof Request ? request.url : request)
    return url.href.replace(/#.*/, '')
  }
  const cacheOf = (store: Map<string, Response>) =>
    ({
      match: async (request) => store.get(urlOf(request))?.clone(),
      put: async (request, response) => {
        const kept = new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers })
        store.delete(urlOf(request))
        store.set(urlOf(request), kept)
      },
      keys: async () => [...store.keys()].map((url) => new Request(url)),
      delete: async (request) => store.delete(urlOf(request)),
    }) as Partial<Cache> as Cache
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return cacheOf(store)
  }
  return {
    open,
    has: async (name) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name) => stores.delete(name),
    match: async (request) => {
      for (const store of stores.values()) {
        const found = store.get(urlOf(request))
        if (found) return found.clone()
      }
      return undefined
    },
    dump: async () =>
      Object.fromEntries(
        [...stores].map(([name, store]) => [name, [...store.keys()].map((url) => new URL(url).pathname)]),
      ),
  }
}
