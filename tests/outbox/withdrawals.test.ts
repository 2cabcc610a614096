import { beforeEach, describe, expect, it } from 'vitest'
import { HAVE } from '../../protocol/have.ts'
import { newUuid } from '../../protocol/ids.ts'
import { withdrawTag } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { drain } from '../../src/outbox/drain.ts'
import type { DrainPorts, Post } from '../../src/outbox/ports.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { STAYS_SEALED_MS } from '../../src/outbox/server-memory.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { keepWithdrawal, withdrawalOf } from '../../src/outbox/withdrawals.ts'
import { memoryStorage } from './memory-storage.ts'
import { drainPorts } from './ports.ts'
import { all, answer, EPOCH, envelope, NOON } from './samples.ts'

const CODE = '0123456789ABCDEFGHJKMNPQRS'
const OTHER = '1123456789ABCDEFGHJKMNPQRS'
const CAMPAIGN = 'ecrire-2024'

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
let order: string[]
let post: Post
let epoch: string

const accepting = (async (route, body) => {
  if (route.path === HAVE.path) {
    const { items } = body as { items: { id: string }[] }
    return { answer: { epoch, items: items.map(({ id }) => ({ id, held: 'stored' })) }, serverDate: NOON }
  }
  expect(route.path).toBe(ROUTES.withdrawal.path)
  order.push(`withdraw ${(body as { code: string }).code}`)
  return { answer: { accepted: true, epoch }, serverDate: NOON }
}) as Post

beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
  order = []
  post = accepting
  epoch = EPOCH
})

const ports = (): DrainPorts => ({
  ...drainPorts(memory.storage, queue),
  post: (...asked) => post(...asked),
  send: async (bytes) => {
    const { items } = JSON.parse(new TextDecoder().decode(bytes)) as { items: { envelope: { id: string } }[] }
    order.push(`send ${items.length}`)
    return { answer: answer(all(items.map((it) => it.envelope.id)), { epoch }), serverDate: NOON }
  },
})
const run = () => drain(ports(), 'now')
const withdraw = (code = CODE) => keepWithdrawal(memory.storage, CAMPAIGN, code)
const signed = async (code = CODE) => {
  const one = { ...envelope(), withdrawTag: await withdrawTag(CAMPAIGN, code) }
  await queue.keep(one)
  return one.id
}
const entry = (id: string) => memory.rows().entries.get(id)

describe('a withdrawal on this device', () => {
  it('takes back at once whatever was kept under the code, in every state, and keeps the sum', async () => {
    const arrived = await signed()
    await run()
    const refused = await signed()
    await queue.refuse(entry(refused) as never, 'unknown-petition')
    const waiting = await signed()
    const stranger = await signed(OTHER)
    const tag = await withdraw()
    for (const id of [arrived, refused, waiting]) expect(entry(id)).toMatchObject({ state: 'withdrawn', text: '' })
    expect(entry(stranger)).toMatchObject({ state: 'waiting' })
    const tally = await queue.tally()
    expect(tally).toMatchObject({ captured: 4, waiting: 1, accepted: 0, refused: 0, withdrawn: 3 })
    expect(await withdrawalOf(memory.storage, tag)).toMatchObject({ state: 'waiting', code: CODE })
    await withdraw()
    expect(await queue.tally()).toEqual(tally)
  })

  it('is sent again to a server that was restored, also where nothing else is left to remember', async () => {
    await withdraw()
    await run()
    order = []
    epoch = newUuid()
    await run()
    expect(order).toEqual(['send 0', `withdraw ${CODE}`])
  })

  it('goes through an outbox of many pages', async () => {
    const ids = []
    for (let i = 0; i < 450; i++) ids.push(await signed(i === 420 ? CODE : OTHER))
    await withdraw()
    expect(ids.map((id) => entry(id)?.state).filter((state) => state === 'withdrawn')).toHaveLength(1)
    expect(entry(ids[420] as string)?.state).toBe('withdrawn')
  })

  it('says so when the disk did not take it', async () => {
    memory.failNext({ problem: 'quota', when: 'before' })
    await expect(withdraw()).rejects.toThrow(StorageFailure)
    expect(await queue.errands()).toMatchObject({ withdraw: false })
  })
})

describe('a withdrawal on its way', () => {
  it('goes before the envelopes, once, and is remembered as acknowledged', async () => {
    await signed(OTHER)
    const tag = await withdraw()
    expect(await run()).toEqual({ until: null })
    await run()
    expect(order).toEqual([`withdraw ${CODE}`, 'send 1', 'send 0'])
    expect(await withdrawalOf(memory.storage, tag)).toMatchObject({ state: 'acknowledged', answeredAt: NOON })
    expect(await queue.memory()).toMatchObject({ epoch: EPOCH, lastContact: NOON })
  })

  it('waits for the network, and the try counts as a failure', async () => {
    const tag = await withdraw()
    post = () => Promise.reject(new NoAnswer('network', null))
    const { until } = await run()
    expect(until).not.toBeNull()
    expect(await queue.memory()).toMatchObject({ failures: 1, backOff: { why: 'network' } })
    expect(await withdrawalOf(memory.storage, tag)).toMatchObject({ state: 'waiting' })
    post = accepting
    expect(await run()).toEqual({ until: null })
  })

  it('holds up neither other withdrawals nor envelopes when the server will not have it', async () => {
    const bad = await withdraw()
    const good = await withdraw(OTHER)
    await signed('2123456789ABCDEFGHJKMNPQRS')
    post = (async (route, body, signal) => {
      if ((body as { code: string }).code === CODE) throw new ServerRefusal('server-error', 500, null)
      return accepting(route, body, signal)
    }) as Post
    const { until } = await run()
    expect(until).not.toBeNull()
    expect(await withdrawalOf(memory.storage, bad)).toMatchObject({ state: 'waiting' })
    expect(await withdrawalOf(memory.storage, good)).toMatchObject({ state: 'acknowledged' })
    expect(await queue.tally()).toMatchObject({ waiting: 0, accepted: 1 })
  })

  it('is sent again to a server that was restored', async () => {
    const tag = await withdraw()
    await run()
    epoch = newUuid()
    await signed(OTHER)
    order = []
    await run()
    expect(order).toEqual(['send 1', `withdraw ${CODE}`])
    expect(await withdrawalOf(memory.storage, tag)).toMatchObject({ state: 'acknowledged' })
  })

  it('is forgotten by the server’s own date, two weeks after it was acknowledged', async () => {
    const tag = await withdraw()
    await run()
    await queue.settle(answer([]), [], NOON + STAYS_SEALED_MS - 1)
    expect(await withdrawalOf(memory.storage, tag)).not.toBeNull()
    await queue.settle(answer([]), [], NOON + STAYS_SEALED_MS)
    expect(await withdrawalOf(memory.storage, tag)).toBeNull()
  })
})
