import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ComePage } from '../../src/console/opening-run.ts'
import { patientPages } from '../../src/console/patient-fetch.ts'
import { Session } from '../../src/console/session.ts'
import { emptyTally } from '../../src/console/tally.ts'

// Over a real road; the browser's place in it is all that Node lacks.

const FILTER = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }
const HEAD = { 'content-type': 'application/json' }

let server: Server
/** Cursors that were asked for, in order; '' for the first page. */
let asked: string[]
let answer: (response: ServerResponse, after: string) => void
const stalls: unknown[] = []

beforeEach(async () => {
  asked = []
  stalls.length = 0
  server = createServer((request, response) => {
    const after = new URL(request.url ?? '', 'http://any').searchParams.get('after') ?? ''
    asked.push(after)
    answer(response, after)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const road = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => road(origin + path, init))
  vi.stubGlobal('addEventListener', () => {})
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

/** As a worker takes it: the cursor stands at the end of the bytes. */
const take = async (bytes: ArrayBuffer): Promise<ComePage> => {
  const { items, next } = JSON.parse(new TextDecoder().decode(bytes))
  return { next, open: async () => ({ ...emptyTally(), opened: items.length, envelopes: items.length }) }
}

const pages = () =>
  patientPages(new Session(() => {}), { campaign: 'c', filter: FILTER, take }, (error) => stalls.push(error))
const never = new AbortController().signal
const body = (items: number[], next: string | null) => JSON.stringify({ items, next })
const linked = (next: string) => ({ ...HEAD, link: `<?after=${next}>; rel="next"` })

describe('pages of sealed envelopes', () => {
  it('tell where the next one begins before they have come themselves', async () => {
    let rest = () => {}
    answer = (response) => {
      response.writeHead(200, linked('two')).write(body([1, 2], 'two').slice(0, 5))
      rest = () => response.end(body([1, 2], 'two').slice(5))
    }
    const page = await pages()(null, never)
    expect(page.next).toBe('two')
    const opened = page.open()
    rest()
    expect((await opened).opened).toBe(2)
    expect(asked).toEqual([''])
  })

  it('are read for it where an answer’s head does not say so: at the end, and behind a proxy that takes it off', async () => {
    answer = (response, after) => response.writeHead(200, HEAD).end(after ? body([3], null) : body([1, 2], 'two'))
    expect((await pages()(null, never)).next).toBe('two')
    expect((await pages()('two', never)).next).toBeNull()
  })

  it('are asked for again, whole, where they broke off; that is told while it lasts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    answer = (response) => {
      if (asked.length > 1) return response.writeHead(200, linked('two')).end(body([1, 2], 'two'))
      response.writeHead(200, linked('two')).write(body([1, 2], 'two').slice(0, 5), () => response.destroy())
    }
    const opened = (await pages()(null, never)).open()
    await vi.waitFor(() => expect(stalls).toHaveLength(1))
    await vi.advanceTimersByTimeAsync(5000)
    expect((await opened).opened).toBe(2)
    expect(asked).toEqual(['', ''])
    expect(stalls).toEqual([expect.objectContaining({ why: 'network' }), null])
  })

  it('end with the reason of a cancellation, on their way too', async () => {
    answer = (response) => void response.writeHead(200, linked('two')).write('{')
    const cancel = new AbortController()
    const opened = (await pages()(null, cancel.signal)).open()
    cancel.abort(new Error('enough'))
    await expect(opened).rejects.toThrow('enough')
  })
})
