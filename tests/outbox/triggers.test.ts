import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Drained } from '../../src/outbox/drain.ts'
import type { Urgency } from '../../src/outbox/setback.ts'
import { listen } from '../../src/outbox/triggers.ts'
import { NOON } from './samples.ts'

const SETTLE = 0

let tries: Urgency[]
let result: () => Promise<Drained>
let heard: Record<string, () => void>
let visibility: string
let keptHeard: () => void
let syncs: number
let failures: unknown[]
let sending: boolean[]

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  tries = []
  heard = {}
  visibility = 'visible'
  syncs = 0
  failures = []
  sending = []
  result = async () => ({ until: null })
})
afterEach(() => void vi.useRealTimers())

const start = async () => {
  const addEventListener = (type: string, listener: () => void) => {
    heard[type] = listener
  }
  const triggers = listen({
    drain: (urgency) => {
      tries.push(urgency)
      return result()
    },
    page: {
      get visibilityState() {
        return visibility
      },
      addEventListener,
    },
    window: { addEventListener },
    now: () => Date.now(),
    onKept: (listener) => {
      keptHeard = listener
    },
    askForSync: () => {
      syncs += 1
    },
    failed: (error) => void failures.push(error),
    sendingChanged: (now) => void sending.push(now),
  })
  await vi.advanceTimersByTimeAsync(SETTLE)
  return triggers
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('this page sends', () => {
  it('at its start', async () => {
    await start()
    expect(tries).toEqual(['routine'])
  })

  it('when the network returns, and says so, that a wait for the network may end', async () => {
    await start()
    heard.online?.()
    expect(tries).toEqual(['routine', 'online'])
  })

  it('when it is looked at again, but not when it is left', async () => {
    await start()
    visibility = 'hidden'
    heard.visibilitychange?.()
    expect(tries).toHaveLength(1)
    visibility = 'visible'
    heard.visibilitychange?.()
    expect(tries).toHaveLength(2)
  })

  it('when it comes back from the back/forward cache', async () => {
    await start()
    heard.pageshow?.()
    expect(tries).toHaveLength(2)
  })

  it('after each act, and asks the browser to wake the worker too', async () => {
    await start()
    keptHeard()
    expect(tries).toEqual(['routine', 'routine'])
    expect(syncs).toBe(1)
  })

  it('and asks once to wake the worker for what was here before, until all of it has arrived', async () => {
    result = async () => ({ until: Date.now() + 10_000 })
    await start()
    expect(syncs).toBe(1)
    await pass(30_000)
    expect(tries.length).toBeGreaterThan(2)
    expect(syncs).toBe(1)
    result = async () => ({ until: null })
    await pass(30_000)
    result = async () => ({ until: Date.now() + 10_000 })
    heard.online?.()
    await pass(0)
    expect(syncs).toBe(2)
  })

  it('every minute while it is looked at, and not while it is hidden', async () => {
    await start()
    await pass(3 * 60_000)
    expect(tries).toHaveLength(4)
    visibility = 'hidden'
    await pass(3 * 60_000)
    expect(tries).toHaveLength(4)
  })

  it('when the back-off ends', async () => {
    result = async () => ({ until: Date.now() + 10_000 })
    await start()
    result = async () => ({ until: null })
    await pass(9_000)
    expect(tries).toHaveLength(1)
    await pass(2_000)
    expect(tries).toHaveLength(2)
  })

  it('when a person asks', async () => {
    const { sendNow } = await start()
    await sendNow()
    expect(tries).toEqual(['routine', 'now'])
  })

  it('and tells who asked whether something was in the way', async () => {
    const { sendNow } = await start()
    expect(await sendNow()).toBe(true)
    result = async () => ({ until: Date.now() + 10_000 })
    expect(await sendNow()).toBe(false)
    result = () => Promise.reject(new Error('no storage'))
    expect(await sendNow()).toBe(false)
  })
})

describe('several triggers at once', () => {
  const held = () => {
    let finish: (drained: Drained) => void = () => {}
    result = () => new Promise((resolve) => (finish = resolve))
    return async () => {
      result = async () => ({ until: null })
      finish({ until: null })
      await pass(0)
    }
  }

  it('make one try, and one more for what came meanwhile', async () => {
    const finish = held()
    await start()
    keptHeard()
    keptHeard()
    heard.visibilitychange?.()
    expect(tries).toHaveLength(1)
    await finish()
    expect(tries).toHaveLength(2)
  })

  it('do not make a person wait for a try that is stuck', async () => {
    const finish = held()
    const { sendNow } = await start()
    void sendNow()
    expect(tries).toEqual(['routine', 'now'])
    await finish()
  })

  it('leave the page able to send, in whatever order they end', async () => {
    const finishes: (() => void)[] = []
    result = () => new Promise((resolve) => finishes.push(() => resolve({ until: null })))
    const { sendNow } = await start()
    void sendNow()
    finishes[0]?.()
    await pass(0)
    void sendNow()
    expect(tries).toEqual(['routine', 'now'])
    finishes[1]?.()
    await pass(0)
    finishes[2]?.()
    await pass(0)
    result = async () => ({ until: null })
    heard.visibilitychange?.()
    await pass(0)
    expect(tries).toEqual(['routine', 'now', 'now', 'routine'])
  })

  it('keep the most urgent one for afterwards', async () => {
    const { sendNow } = await start()
    const finish = held()
    void sendNow()
    heard.visibilitychange?.()
    heard.online?.()
    expect(tries).toEqual(['routine', 'now'])
    await finish()
    expect(tries).toEqual(['routine', 'now', 'online'])
  })
})

describe('a try', () => {
  it('that fails is told, and the next trigger tries again', async () => {
    const error = new Error('storage')
    result = () => Promise.reject(error)
    await start()
    expect(failures).toEqual([error])
    result = async () => ({ until: null })
    await pass(60_000)
    expect(tries).toHaveLength(2)
  })

  it('is said on the screen only when it takes a moment', async () => {
    await start()
    await pass(1000)
    expect(sending).not.toContain(true)
    let finish: (drained: Drained) => void = () => {}
    result = () => new Promise((resolve) => (finish = resolve))
    heard.online?.()
    await pass(1000)
    expect(sending.at(-1)).toBe(true)
    finish({ until: null })
    await pass(0)
    expect(sending.at(-1)).toBe(false)
  })
})
