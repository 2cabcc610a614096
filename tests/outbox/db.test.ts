import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { openStorage } from '../../src/outbox/db.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { idbFaults } from './idb-faults.ts'
import { all, answer, envelope, NOON, never } from './samples.ts'

/** On a busy machine too. */
const SOON = { timeout: 10_000 }

let faults: ReturnType<typeof idbFaults>
let name: string
let storage: ReturnType<typeof openStorage>
let queue: Queue

beforeEach(() => {
  faults = idbFaults()
  name = newUuid()
  storage = openStorage(name)
  queue = createQueue({ storage })
})
afterEach(() => {
  storage.close()
  vi.restoreAllMocks()
})

const problem = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StorageFailure)
  return (error as StorageFailure).problem
}

describe('keeping in IndexedDB', () => {
  it('asks for strict durability and then reads in a transaction of its own', async () => {
    await queue.keep(envelope())
    faults.begun.length = 0
    await queue.keep(envelope())
    expect(faults.begun).toEqual([
      { mode: 'readwrite', durability: 'strict' },
      { mode: 'readonly', durability: expect.anything() },
    ])
  })

  it('says that the quota is used up, keeps nothing of it, and works again when there is room', async () => {
    await queue.keep(envelope())
    faults.abortNextWrite('QuotaExceededError')
    const second = envelope()
    expect(await problem(queue.keep(second))).toBe('quota')
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 1, lastSeq: 1 })
    expect(await queue.keep(second)).toEqual({ seq: 2 })
  })

  it('tries once more on a fresh connection when a write is undone without a reason', async () => {
    await queue.keep(envelope())
    faults.abortNextWrite('AbortError')
    expect(await queue.keep(envelope())).toEqual({ seq: 2 })
    expect(await queue.tally()).toMatchObject({ captured: 2, waiting: 2 })
  })

  it('opens again by itself after the browser closed the connection', async () => {
    await queue.keep(envelope())
    faults.loseConnections()
    expect(await queue.keep(envelope())).toEqual({ seq: 2 })
  })

  it('opens again when the connection was just closing', async () => {
    await queue.keep(envelope())
    faults.refuseNextTransaction('InvalidStateError')
    expect(await queue.keep(envelope())).toEqual({ seq: 2 })
  })

  it.each([
    ['SecurityError', 'cannot-open'],
    ['UnknownError', 'cannot-open'],
    ['QuotaExceededError', 'disk-full'],
  ])(
    'says why when the browser refuses to open: %s is %s; and opens once it no longer refuses',
    async (error, said) => {
      vi.spyOn(console, 'warn').mockImplementation(() => {})
      faults.refuseOpen(error)
      expect(await problem(queue.keep(envelope()))).toBe(said)
      expect(await problem(queue.tally())).toBe(said)
      faults.refuseOpen(null)
      expect(await queue.keep(envelope())).toEqual({ seq: 1 })
    },
  )

  it('comes back with all rows when the disk that was full has room again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    await queue.keep(envelope())
    faults.refuseOpen('UnknownError')
    faults.loseConnections()
    expect(await problem(queue.keep(envelope()))).toBe('cannot-open')
    faults.refuseOpen(null)
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 1 })
  })

  it('does not wait for ever for a database that never answers', { timeout: 30_000 }, async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.mocked(IDBFactory.prototype.open).mockImplementation(() => ({}) as IDBOpenDBRequest)
    let said: string | undefined
    void problem(queue.keep(envelope())).then((it) => {
      said = it
    })
    // By the real clock, for a busy machine is slow to hash; each turn is a minute to the storage.
    for (const began = Date.now(); !said && Date.now() - began < 20_000; ) {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(said).toBe('connection-lost')
    vi.useRealTimers()
  })

  it('lets a mistake in the program pass as what it is', async () => {
    const mistake = new TypeError('not a storage matter')
    await expect(storage.write(() => Promise.reject(mistake))).rejects.toBe(mistake)
  })

  it('does not let many writers at once end each other, when their connection is lost', async () => {
    await queue.keep(envelope())
    faults.loseConnections()
    await Promise.all(Array.from({ length: 10 }, () => queue.keep(envelope())))
    expect(await queue.tally()).toMatchObject({ captured: 11, waiting: 11, lastSeq: 11 })
  })
})

describe('two tabs', () => {
  it('count together', async () => {
    const other = openStorage(name)
    const otherQueue = createQueue({ storage: other })
    await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? queue : otherQueue).keep(envelope())))
    expect(await queue.tally()).toMatchObject({ captured: 8, waiting: 8, lastSeq: 8 })
    other.close()
  })

  it('make way for a newer version at once, and go on working with what it left', async () => {
    await queue.keep(envelope())
    const newer = indexedDB.open(name, 1000)
    await new Promise((resolve, reject) => {
      newer.onsuccess = resolve
      newer.onblocked = reject
      newer.onupgradeneeded = () => newer.result.createObjectStore('something-new')
    })
    newer.result.close()
    expect(await queue.keep(envelope())).toEqual({ seq: 2 })
  })

  it('say "blocked" instead of waiting for ever for an old tab that does not make way', async () => {
    const old = indexedDB.open(name, 1)
    await new Promise((resolve) => {
      old.onsuccess = resolve
    })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    expect(await problem(queue.keep(envelope()))).toBe('blocked')
    expect(await problem(queue.keep(envelope()))).toBe('blocked')
    old.result.close()
    await expect.poll(() => queue.tally().catch(() => null), SOON).not.toBeNull()
    expect(await queue.keep(envelope())).toEqual({ seq: 1 })
  })
})

describe('a watcher', () => {
  it('hears of what another connection wrote, once for many changes', async () => {
    const seen: number[] = []
    const end = queue.watch(({ tally }) => void seen.push(tally.captured), never)
    await expect.poll(() => seen, SOON).toEqual([0])
    const other = openStorage(name)
    const otherQueue = createQueue({ storage: other })
    for (let n = 0; n < 5; n++) await otherQueue.keep(envelope())
    await expect.poll(() => seen.at(-1), SOON).toBe(5)
    expect(seen.length).toBeLessThan(5)
    end()
    other.close()
  })

  it('sees at once what waits, before anything sends it', async () => {
    const one = envelope()
    await queue.keep(one)
    const seen: number[] = []
    const end = queue.watch(({ tally }) => void seen.push(tally.waiting), never)
    await queue.settle(answer(all([one.id])), [{ id: one.id, hash: await envelopeHash(one) }], NOON)
    await expect.poll(() => seen.at(-1), SOON).toBe(0)
    expect(seen[0]).toBe(1)
    end()
  })

  it('hears nothing after its end, not even what was being read', async () => {
    await queue.keep(envelope())
    queue.watch(never, never)()
    await new Promise((resolve) => setTimeout(resolve, 200))
  })

  it('is told when the storage cannot be read', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    faults.refuseOpen('SecurityError')
    const failures: string[] = []
    const end = queue.watch(never, (failure) => void failures.push(failure.problem))
    await expect.poll(() => failures, SOON).toContain('cannot-open')
    end()
  })

  it('looks again by itself after a lost connection', async () => {
    const seen: number[] = []
    const end = queue.watch(({ tally }) => void seen.push(tally.captured), never)
    await expect.poll(() => seen.length, SOON).toBe(1)
    faults.loseConnections()
    await expect.poll(() => seen.length, { timeout: 3000 }).toBe(2)
    end()
  })
})
