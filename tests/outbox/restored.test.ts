import { beforeEach, describe, expect, it } from 'vitest'
import { HaveQuestion, type Held } from '../../protocol/have.ts'
import { newUuid } from '../../protocol/ids.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { drain } from '../../src/outbox/drain.ts'
import type { DrainPorts } from '../../src/outbox/ports.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { memoryStorage } from './memory-storage.ts'
import { drainPorts } from './ports.ts'
import { all, answer, DAY_MS, envelope, NOON } from './samples.ts'

// A server that forgot: what it had acknowledged comes back to it, and what people took back does not.

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
let server: Map<string, Held>
let epoch: string
let asked: string[][]
let sizes: number[]
let clock: number
let askFails: (() => Error) | null
/** The first so many items of a question that the server answers. */
let answers: number

beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
  server = new Map()
  epoch = newUuid()
  asked = []
  sizes = []
  clock = NOON
  askFails = null
  answers = Number.POSITIVE_INFINITY
})

const ports = (): DrainPorts => ({
  ...drainPorts(memory.storage, queue),
  now: () => clock,
  send: async (bytes) => {
    const { items } = JSON.parse(new TextDecoder().decode(bytes)) as { items: { envelope: { id: string } }[] }
    const ids = items.map((it) => it.envelope.id)
    sizes.push(ids.length)
    for (const id of ids) server.set(id, 'stored')
    return { answer: answer(all(ids), { epoch }), serverDate: NOON }
  },
  post: (async (_: unknown, body: unknown) => {
    if (askFails) throw askFails()
    const { campaign, items } = HaveQuestion.parse(body)
    asked.push(items.map(({ id }) => id))
    expect(new Set(items.map(({ id }) => memory.rows().entries.get(id)?.campaign))).toEqual(new Set([campaign]))
    const named = items.slice(0, answers).map(({ id }) => ({ id, held: server.get(id) ?? 'missing' }))
    return { answer: { epoch, items: named }, serverDate: NOON }
  }) as DrainPorts['post'],
})
const run = () => drain(ports(), 'now')
const deliver = async (count: number, campaign?: string) => {
  const envelopes = Array.from({ length: count }, () => envelope(campaign ? { campaign } : {}))
  for (const one of envelopes) await queue.keep(one)
  await run()
  return envelopes.map((it) => it.id)
}
const restore = (lost: readonly string[] = []) => {
  for (const id of lost) server.delete(id)
  epoch = newUuid()
  asked = []
  sizes = []
}
const entry = (id: string) => memory.rows().entries.get(id)

describe('a server that was restored', () => {
  it('is found out by a call with nothing to send, and gets back what it lost', async () => {
    const ids = await deliver(5)
    restore(ids.slice(3))
    expect(await run()).toEqual({ until: null })
    expect(asked).toEqual([ids])
    expect(sizes).toEqual([0, 2])
    expect([...server.keys()].sort()).toEqual([...ids].sort())
    expect(await queue.tally()).toMatchObject({ captured: 5, waiting: 0, accepted: 5 })
    expect(await queue.memory()).toMatchObject({ restored: false, askedTo: 0, epoch })
  })

  it('is called on once an hour without being asked to, and only while something could be missing', async () => {
    await run()
    expect(sizes).toEqual([])
    const ids = await deliver(1)
    restore(ids)
    clock = NOON + 60 * 60_000 - 1
    await drain(ports(), 'routine')
    expect(sizes).toEqual([])
    clock += 1
    await drain(ports(), 'routine')
    expect(sizes).toEqual([0, 1])
  })

  it('is called on again at once by a clock that was set back', async () => {
    await deliver(1)
    sizes = []
    clock = NOON - 20 * DAY_MS
    await drain(ports(), 'routine')
    expect(sizes).toEqual([0])
  })

  it('is asked about everything, in pages, one campaign at a time', async () => {
    const many = await deliver(1100)
    const other = await deliver(3, 'autre-2025')
    restore()
    await run()
    expect(asked.map((ids) => ids.length)).toEqual([500, 500, 100, 3])
    expect(asked.flat()).toEqual([...many, ...other])
  })

  it('goes on where the line broke', async () => {
    const ids = await deliver(700)
    restore(ids)
    const { post } = ports()
    let calls = 0
    const breaking: DrainPorts = {
      ...ports(),
      post: ((...it: Parameters<typeof post>) =>
        calls++ === 0 ? post(...it) : Promise.reject(new NoAnswer('network', null))) as DrainPorts['post'],
    }
    expect((await drain(breaking, 'now')).until).not.toBeNull()
    expect(await queue.memory()).toMatchObject({ restored: true, askedTo: 500 })
    expect(await queue.tally()).toMatchObject({ waiting: 0, accepted: 700 })
    await run()
    expect(asked.map((page) => page.length)).toEqual([500, 200])
    expect(server.size).toBe(700)
  })

  it('holds up no envelope when it will not answer the question', async () => {
    await deliver(2)
    restore()
    askFails = () => new ServerRefusal('server-error', 500, null)
    const one = envelope()
    await queue.keep(one)
    expect((await run()).until).not.toBeNull()
    expect(server.get(one.id)).toBe('stored')
    expect(await queue.memory()).toMatchObject({ restored: true })
  })

  it('gets everything back though a box on the way lets no question about one of them through', async () => {
    const ids = await deliver(9)
    const poison = ids[3] as string
    restore(ids)
    const { post } = ports()
    const boxed: DrainPorts = {
      ...ports(),
      post: ((...it: Parameters<typeof post>) =>
        JSON.stringify(it[1]).includes(poison)
          ? Promise.reject(new NoAnswer('not-our-answer', 403))
          : post(...it)) as DrainPorts['post'],
    }
    await drain(boxed, 'now')
    // Not asked about, it was sent again.
    expect(asked.flat().sort()).toEqual(ids.filter((id) => id !== poison).sort())
    expect([...server.keys()].sort()).toEqual([...ids].sort())
    expect(await queue.memory()).toMatchObject({ restored: false })
  })

  it('has not been asked about what its answer lacks', async () => {
    const ids = await deliver(4)
    restore(ids)
    answers = 1
    await run()
    expect(asked.map((page) => page.length)).toEqual([4, 3, 2, 1])
    expect(server.size).toBe(4)
    restore(ids)
    answers = 0
    expect((await run()).until).not.toBeNull()
    expect(asked).toHaveLength(1)
    expect(await queue.memory()).toMatchObject({ restored: true, askedTo: 0 })
  })

  it('brings nothing back that was withdrawn or destroyed, and takes the sealed text at once', async () => {
    const [withdrawn, destroyed, conflict] = (await deliver(3)) as [string, string, string]
    restore()
    server.set(withdrawn, 'withdrawn').set(destroyed, 'destroyed').set(conflict, 'conflict')
    await run()
    expect(entry(withdrawn)).toMatchObject({ state: 'withdrawn', text: '', size: 0 })
    expect(entry(destroyed)).toMatchObject({ state: 'accepted', text: '', size: 0 })
    expect(entry(conflict)).toMatchObject({ state: 'accepted', text: expect.stringContaining(conflict) })
    expect(await queue.tally()).toMatchObject({ captured: 3, waiting: 0, accepted: 2, withdrawn: 1 })
    restore([destroyed])
    await run()
    expect(sizes).toEqual([0])
    expect(await queue.tally()).toMatchObject({ waiting: 0, accepted: 2 })
  })

  it('that is restored once more while it is asked is asked from the beginning', async () => {
    const ids = await deliver(700)
    restore(ids)
    const { post } = ports()
    let calls = 0
    const again: DrainPorts = {
      ...ports(),
      post: ((...it: Parameters<typeof post>) => {
        if (calls++ === 1) {
          epoch = newUuid()
          server.clear()
        }
        return post(...it)
      }) as DrainPorts['post'],
    }
    await drain(again, 'now')
    expect(asked.map((page) => page.length)).toEqual([500, 200, 500, 200])
    expect(server.size).toBe(700)
    expect(await queue.memory()).toMatchObject({ restored: false })
  })

  it('is found out by its lower total, but not by answers that overtook each other', async () => {
    await queue.settle(answer([], { epoch, accepted: 5 }), [], NOON)
    await queue.settle(answer([], { epoch, accepted: 9 }), [], NOON, 5)
    await queue.settle(answer([], { epoch, accepted: 7 }), [], NOON, 5)
    expect(await queue.memory()).toMatchObject({ restored: false, acceptedThere: 9 })
    await queue.settle(answer([], { epoch, accepted: 8 }), [], NOON, 9)
    expect(await queue.memory()).toMatchObject({ restored: true, acceptedThere: 8 })
  })

  it('that is two servers taking turns does not keep a run going for ever', async () => {
    await deliver(2)
    const flipping: DrainPorts = {
      ...ports(),
      post: (async (_: unknown, body: unknown) => {
        epoch = newUuid()
        const { items } = HaveQuestion.parse(body)
        asked.push(items.map(({ id }) => id))
        return { answer: { epoch, items: items.map(({ id }) => ({ id, held: 'stored' })) }, serverDate: NOON }
      }) as DrainPorts['post'],
    }
    restore()
    expect((await drain(flipping, 'now')).until).not.toBeNull()
    expect(asked.length).toBeLessThan(10)
  })
})
