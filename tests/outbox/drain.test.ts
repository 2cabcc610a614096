import { beforeEach, describe, expect, it } from 'vitest'
import { Batch, type BatchAnswer, type Verdict } from '../../protocol/batch.ts'
import { newUuid } from '../../protocol/ids.ts'
import type { Reason } from '../../protocol/reasons.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { drain } from '../../src/outbox/drain.ts'
import type { Answered, DrainPorts } from '../../src/outbox/ports.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import type { Urgency } from '../../src/outbox/setback.ts'
import { sendTimeMs } from '../../src/outbox/trying.ts'
import { memoryStorage } from './memory-storage.ts'
import { drainPorts } from './ports.ts'
import { answer, envelope, NOON } from './samples.ts'

const refusal = (status: number, reason: Reason, retryAfter: number | null = null) =>
  new ServerRefusal(reason, status, retryAfter)
const portal = (status: number) => new NoAnswer('not-our-answer', status)

type Sent = Answered<BatchAnswer>
type Server = (ids: string[], bytes: Uint8Array) => Sent | Promise<Sent>

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
let clock: number
let sentSizes: number[]
let stored: string[]
let server: Server
let alarms: number[]
let luck: number
let calledOff: number[]
let patience: number[]

const accepting: Server = (ids) => {
  const verdicts = ids.map((id, index): Verdict => {
    const verdict = stored.includes(id) ? 'duplicate' : 'stored'
    return { index, id, verdict }
  })
  stored.push(...ids.filter((id) => !stored.includes(id)))
  return { answer: answer(verdicts), serverDate: NOON }
}
const throwing = (error: Error): Server => {
  return () => {
    throw error
  }
}
/** Fails with this error whenever one of `bad` is in the batch. */
const chokingOn = (bad: readonly string[], error: () => Error): Server => {
  return (ids, bytes) => {
    if (ids.some((id) => bad.includes(id))) throw error()
    return accepting(ids, bytes)
  }
}

beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
  clock = NOON
  sentSizes = []
  stored = []
  alarms = []
  patience = []
  luck = 0.5
  calledOff = []
  server = accepting
})

const ports = (): DrainPorts => ({
  ...drainPorts(memory.storage, queue),
  send: async (bytes, batchId, signal) => {
    const batch = Batch.parse(JSON.parse(new TextDecoder().decode(bytes)))
    expect(batch.batchId).toBe(batchId)
    sentSizes.push(batch.items.length)
    const ids = batch.items.map((item) => (item as { envelope: { id: string } }).envelope.id)
    const sent = await server(ids, bytes)
    if (signal.aborted) throw signal.reason
    return sent
  },
  lock: (work, ms) => {
    patience.push(ms)
    return work()
  },
  now: () => clock,
  random: (length) => new Uint8Array(length).fill(luck * 256),
  alarm: (ms) => {
    alarms.push(ms)
    return { signal: new AbortController().signal, cancel: () => void calledOff.push(ms) }
  },
})
const run = (urgency?: Urgency) => drain(ports(), urgency)

const keepMany = async (count: number, over: Parameters<typeof envelope>[0] = {}) => {
  const envelopes = Array.from({ length: count }, () => envelope(over))
  for (const one of envelopes) await queue.keep(one)
  return envelopes.map((it) => it.id)
}
const states = (ids: string[]) => ids.map((id) => memory.rows().entries.get(id)?.state)

describe('a drain', () => {
  it('sends until nothing waits', async () => {
    const ids = await keepMany(450)
    expect(await run()).toEqual({ until: null })
    expect(sentSizes).toEqual([200, 200, 50])
    expect(stored).toEqual(ids)
    expect(await queue.tally()).toMatchObject({ captured: 450, waiting: 0, accepted: 450 })
  })

  it('sends nothing when nothing waits', async () => {
    expect(await run()).toEqual({ until: null })
    expect(sentSizes).toEqual([])
  })

  it('sends at most 240 KiB at a time', async () => {
    await keepMany(30, { bytes: 20_000 })
    const sizes: number[] = []
    server = (ids, bytes) => {
      sizes.push(bytes.length)
      return accepting(ids, bytes)
    }
    await run()
    expect(Math.max(...sizes)).toBeLessThanOrEqual(240 * 1024)
    expect(Math.max(...sizes)).toBeGreaterThan(200 * 1024)
  })

  it('takes along what is signed while it sends', async () => {
    await keepMany(1)
    let late: string[] = []
    server = async (ids, bytes) => {
      if (late.length === 0) late = await keepMany(2)
      return accepting(ids, bytes)
    }
    await run()
    expect(states(late)).toEqual(['accepted', 'accepted'])
  })

  it('gives each try 30 s and what 2 kB/s need', async () => {
    await keepMany(3)
    let size = 0
    server = (ids, bytes) => {
      size = bytes.length
      return accepting(ids, bytes)
    }
    await run()
    expect(alarms).toEqual([30_000 + size / 2])
    expect(calledOff).toEqual(alarms)
    expect(sendTimeMs(240_000)).toBe(150_000)
  })

  it('waits for the lock no longer than a fetch can take, and 5 s when a person asks', async () => {
    await run('routine')
    await run('now')
    expect(patience).toEqual([180_000, 5_000])
    expect(180_000).toBeGreaterThan(sendTimeMs(240 * 1024))
  })

  it('takes turns with other pages on a slow line: the lock goes round after 20 s, and all is sent once', async () => {
    const ids = await keepMany(700)
    server = (ids, bytes) => {
      clock += 15_000
      return accepting(ids, bytes)
    }
    expect(await run()).toEqual({ until: null })
    expect(sentSizes).toEqual([200, 200, 200, 100])
    expect(patience).toHaveLength(3)
    expect(stored).toEqual(ids)
  })

  it('gives no turn away without progress, so that it cannot go round for ever', async () => {
    await keepMany(2)
    server = () => {
      clock += 60_000
      return { answer: answer([]), serverDate: NOON }
    }
    expect(await run()).toEqual({ until: expect.any(Number) })
    expect(patience).toHaveLength(1)
  })

  it('pays for no bytes while the device cannot note the answer', async () => {
    await keepMany(2)
    memory.failNext({ problem: 'quota', when: 'before' })
    await expect(run()).rejects.toMatchObject({ problem: 'quota' })
    expect(sentSizes).toEqual([])
  })

  it('lets a mistake in the program pass as what it is', async () => {
    await keepMany(1)
    const mistake = new RangeError('mistake')
    server = throwing(mistake)
    await expect(run()).rejects.toBe(mistake)
    expect(await queue.tally()).toMatchObject({ waiting: 1 })
  })
})

describe('keeps everything and backs off', () => {
  it.each([
    ['the network fails', new NoAnswer('network', null)],
    ['the answer is cut short', new NoAnswer('network', 200)],
    ['the server answers 500', refusal(500, 'server-error')],
    ['the server answers 503', refusal(503, 'overloaded')],
    ['the server answers 429', refusal(429, 'too-many')],
    ['the server answers 408', refusal(408, 'too-slow')],
    ['the server wants a proof of work', refusal(403, 'proof-needed')],
    ['a captive portal answers 200', portal(200)],
    ['a captive portal answers 403', portal(403)],
    ['a proxy answers 502', portal(502)],
    ['this device is not known', refusal(401, 'wrong-signature')],
    ['the address is gone', refusal(404, 'not-found')],
  ])('when %s', async (_, error) => {
    const ids = await keepMany(3)
    server = throwing(error)
    for (let round = 0; round < 5; round++) {
      const { until } = await run()
      expect(until).toBeGreaterThan(clock)
      clock = until ?? clock
    }
    expect(states(ids)).toEqual(['waiting', 'waiting', 'waiting'])
    server = accepting
    await run()
    expect(await queue.tally()).toMatchObject({ captured: 3, accepted: 3 })
    expect(await queue.memory()).toMatchObject({ failures: 0, backOff: null })
  })

  it.each([
    ['a captive portal answers', portal(200)],
    ['the server wants a proof of work for envelopes', refusal(403, 'proof-needed')],
    ['the server is overloaded', refusal(503, 'overloaded')],
  ])('after a single request when %s: no entry is to blame', async (_, error) => {
    const ids = await keepMany(4)
    server = (sent, bytes) => {
      if (sent.length > 0) throw error
      return accepting(sent, bytes)
    }
    await run()
    await run('now')
    expect(sentSizes).toEqual([4, 4])
    expect(new Set(states(ids))).toEqual(new Set(['waiting']))
  })

  it('does not try again before the back-off ends, not even from another page', async () => {
    await keepMany(1)
    server = throwing(refusal(500, 'server-error'))
    const { until } = await run()
    expect(sentSizes).toHaveLength(1)
    queue = createQueue({ storage: memory.storage })
    expect(await run()).toEqual({ until })
    expect(await run('online')).toEqual({ until })
    expect(sentSizes).toHaveLength(1)
    clock = until ?? 0
    await run()
    expect(sentSizes.length).toBeGreaterThan(1)
  })

  it('tries at once when a person asks', async () => {
    const ids = await keepMany(1)
    server = throwing(refusal(429, 'too-many', 3600))
    await run()
    server = accepting
    expect(await run('now')).toEqual({ until: null })
    expect(states(ids)).toEqual(['accepted'])
  })

  it('tries at once when the network returns, if it was the network that failed', async () => {
    const ids = await keepMany(1)
    server = throwing(new NoAnswer('network', null))
    await run()
    server = accepting
    await run('online')
    expect(states(ids)).toEqual(['accepted'])
  })

  it('honours Retry-After, up to an hour', async () => {
    await keepMany(1)
    luck = 0
    server = throwing(refusal(429, 'too-many', 1200))
    expect(await run()).toEqual({ until: NOON + 1_200_000 })
    server = throwing(new NoAnswer('not-our-answer', 503, {}, 10 * 24 * 3600))
    expect(await run('now')).toEqual({ until: NOON + 3_600_000 })
  })

  it('never waits longer than five minutes by itself, and never gives up', async () => {
    await keepMany(1)
    luck = 0.999
    server = throwing(new NoAnswer('network', null))
    const waits: number[] = []
    for (let round = 0; round < 40; round++) {
      const { until } = await run()
      waits.push((until ?? 0) - clock)
      clock = until ?? 0
    }
    expect(waits[0]).toBeLessThanOrEqual(4_000)
    expect(waits[3]).toBeGreaterThan(waits[1] ?? 0)
    expect(Math.max(...waits)).toBeLessThanOrEqual(5 * 60_000)
    expect(sentSizes).toHaveLength(40)
  })

  it('is not held up by a clock that was set back', async () => {
    await keepMany(1)
    clock = NOON + 20 * 24 * 3600 * 1000
    server = throwing(new NoAnswer('network', null))
    await run()
    clock = NOON
    server = accepting
    expect(await run()).toEqual({ until: null })
    expect(await queue.tally()).toMatchObject({ accepted: 1 })
  })

  it('sends again what the server stored when its answer was lost, and it is counted once', async () => {
    const ids = await keepMany(2)
    server = (sent, bytes) => {
      accepting(sent, bytes)
      throw new NoAnswer('network', null)
    }
    await run()
    expect(states(ids)).toEqual(['waiting', 'waiting'])
    server = accepting
    await run('now')
    expect(stored).toEqual(ids)
    expect(ids.map((id) => memory.rows().entries.get(id)?.verdict)).toEqual(['duplicate', 'duplicate'])
  })
})

describe('makes batches smaller', () => {
  it('at once after 413, down to what passes', async () => {
    await keepMany(20)
    server = (ids, bytes) => {
      if (ids.length > 6) throw refusal(413, 'too-large')
      return accepting(ids, bytes)
    }
    expect(await run()).toEqual({ until: null })
    expect(sentSizes[0]).toBe(20)
    expect(sentSizes).not.toContain(0)
    expect(await queue.tally()).toMatchObject({ accepted: 20, refused: 0 })
  })

  it('after 408 as after a time-out', async () => {
    await keepMany(20)
    server = throwing(refusal(408, 'too-slow'))
    await run()
    expect(await queue.memory()).toMatchObject({ cap: 10, backOff: { why: 'timeout' } })
  })

  it('after a time-out, at the next try, and remembers it', async () => {
    await keepMany(20)
    server = throwing(new NoAnswer('timeout', null))
    for (let round = 0; round < 3; round++) await run('now')
    expect(sentSizes).toEqual([20, 10, 5])
    expect((await queue.memory()).cap).toBe(3)
    server = accepting
    await run('now')
    expect(sentSizes.slice(3)).toEqual([3, 6, 11])
  })

  it('takes an abort by its own alarm for a time-out', async () => {
    await keepMany(4)
    const given = ports()
    const controller = new AbortController()
    given.alarm = () => ({ signal: controller.signal, cancel: () => {} })
    server = (ids, bytes) => {
      controller.abort()
      return accepting(ids, bytes)
    }
    await drain(given)
    expect(await queue.memory()).toMatchObject({ cap: 2, backOff: { why: 'timeout' } })
    expect(await queue.tally()).toMatchObject({ waiting: 4 })
  })
})

describe('one bad entry', () => {
  it('is found by halving when the whole batch is refused for it, and refused with that reason alone', async () => {
    const ids = await keepMany(50)
    const bad = ids[17] as string
    server = chokingOn([bad], () => refusal(400, 'not-this-shape'))
    expect(await run()).toEqual({ until: null })
    expect(await queue.refused()).toMatchObject([{ id: bad, reason: 'not-this-shape' }])
    expect(await queue.tally()).toMatchObject({ captured: 50, waiting: 0, accepted: 49, refused: 1 })
    expect(sentSizes.length).toBeLessThan(40)
  })

  it('is found also among several, at the head and at the end', async () => {
    const ids = await keepMany(40)
    const bad = [0, 1, 20, 39].map((n) => ids[n] as string)
    server = chokingOn(bad, () => refusal(422, 'not-an-envelope'))
    await run()
    expect((await queue.refused()).map((it) => it.id)).toEqual(bad)
    expect(await queue.tally()).toMatchObject({ waiting: 0, accepted: 36, refused: 4 })
  })

  it('that is too large for any batch is refused as too large', async () => {
    const ids = await keepMany(5)
    server = chokingOn([ids[2] as string], () => refusal(413, 'too-large'))
    await run()
    expect(await queue.refused()).toMatchObject([{ id: ids[2], reason: 'too-large' }])
    expect(await queue.tally()).toMatchObject({ accepted: 4 })
  })

  it('is not looked for when the server refuses everything: nothing moves', async () => {
    const ids = await keepMany(10)
    server = throwing(refusal(400, 'not-this-shape'))
    const { until } = await run()
    expect(until).not.toBeNull()
    expect(new Set(states(ids))).toEqual(new Set(['waiting']))
    expect(sentSizes).toEqual([10, 0])
  })

  it('does not hold up the others when something in between turns it away without a word: it goes on waiting', async () => {
    const ids = await keepMany(10)
    const bad = ids[0] as string
    server = chokingOn([bad], () => portal(403))
    const { until } = await run()
    expect(until).not.toBeNull()
    expect(states(ids)).toEqual(['waiting', ...new Array(9).fill('accepted')])
    expect(await queue.memory()).toMatchObject({ backOff: { why: 'unanswered' } })
  })

  it.each([
    ['makes the server fail each time', () => refusal(500, 'server-error')],
    ['makes the server hang each time', () => new NoAnswer('timeout', null)],
  ])('does not hold up the others when it %s', async (_, error) => {
    const ids = await keepMany(10)
    server = chokingOn([ids[0] as string], error)
    for (let round = 0; round < 8; round++) clock = (await run()).until ?? clock
    expect(states(ids)).toEqual(['waiting', ...new Array(9).fill('accepted')])
    const later = await keepMany(3)
    for (let round = 0; round < 8; round++) clock = (await run()).until ?? clock
    expect(states(later)).toEqual(['accepted', 'accepted', 'accepted'])
    server = accepting
    await run('now')
    expect(states(ids)[0]).toBe('accepted')
  })

  it('is refused by its own verdict while its neighbours are stored', async () => {
    const ids = await keepMany(3)
    server = (sent, bytes) => {
      const { answer: whole, serverDate } = accepting(sent, bytes) as Sent
      const verdicts = whole.verdicts.map((verdict): Verdict => {
        const bad = verdict.id === ids[1]
        return bad ? { index: verdict.index, id: ids[1], verdict: 'refused', reason: 'unknown-key' } : verdict
      })
      return { answer: { ...whole, verdicts }, serverDate }
    }
    expect(await run()).toEqual({ until: null })
    expect(states(ids)).toEqual(['accepted', 'refused', 'accepted'])
  })
})

describe('an answer that lacks entries', () => {
  it('acknowledges the others, and those are sent again later, without a loop', async () => {
    const ids = await keepMany(4)
    server = (sent, bytes) => {
      const { answer: whole } = accepting(sent, bytes) as Sent
      return { answer: { ...whole, verdicts: whole.verdicts.slice(1) }, serverDate: NOON }
    }
    const { until } = await run()
    expect(until).toBeGreaterThan(clock)
    expect(sentSizes).toEqual([4])
    expect(states(ids)).toEqual(['waiting', 'accepted', 'accepted', 'accepted'])
  })

  it('that names other ids acknowledges nothing', async () => {
    const ids = await keepMany(2)
    server = () => ({ answer: answer([{ index: 0, id: newUuid(), verdict: 'stored' }]), serverDate: NOON })
    await run()
    expect(states(ids)).toEqual(['waiting', 'waiting'])
  })
})
