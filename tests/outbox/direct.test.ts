import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../protocol/batch.ts'
import { Batch } from '../../protocol/batch.ts'
import { systemRandom } from '../../protocol/ids.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { type DirectPorts, deliver } from '../../src/outbox/direct.ts'
import type { Send } from '../../src/outbox/ports.ts'
import { alarm } from '../../src/outbox/send.ts'
import { noProof } from './ports.ts'
import { answer, envelope, NOON } from './samples.ts'

const ports = (send: Send, online = true): DirectPorts => ({
  send,
  prove: noProof,
  random: systemRandom,
  alarm,
  online: () => online,
  wait: async () => {},
})
const saying =
  (...verdicts: Verdict[]): Send =>
  async () => ({ answer: answer(verdicts), serverDate: NOON })
const failing =
  (error: Error): Send =>
  () =>
    Promise.reject(error)
const one = envelope()

describe('where the browser refuses durable storage', () => {
  it.each(['stored', 'duplicate'] as const)('the thank-you waits for the server’s "%s"', async (verdict) => {
    await expect(deliver(one, ports(saying({ index: 0, id: one.id, verdict })))).resolves.toBe(verdict)
  })

  it('the thanks are given when the server holds what was sent before under this id, whose answer was lost', async () => {
    const held = saying({ index: 0, id: one.id, verdict: 'conflict' })
    await expect(deliver(one, ports(held))).resolves.toBe('conflict')
  })

  it('the same envelope goes out, alone, in a batch of its own', async () => {
    const send: Send = async (bytes, batchId) => {
      const batch = Batch.parse(JSON.parse(new TextDecoder().decode(bytes)))
      expect(batch).toMatchObject({ v: 1, batchId, items: [{ seq: 1, envelope: one }] })
      return { answer: answer([{ index: 0, id: one.id, verdict: 'stored' }]), serverDate: NOON }
    }
    await deliver(one, ports(send))
  })

  it('nothing is sent and no thanks are given offline', async () => {
    const never: Send = () => Promise.reject(new Error('sent'))
    await expect(deliver(one, ports(never, false))).rejects.toMatchObject({ name: 'NotDelivered', why: 'offline' })
  })

  it.each([
    ['the network fails', failing(new NoAnswer('network', null))],
    ['a captive portal answers', failing(new NoAnswer('not-our-answer', 200))],
    ['it takes too long', failing(new DOMException('aborted', 'AbortError'))],
    ['the answer names no envelope', saying()],
    ['the answer names another envelope', saying({ index: 0, id: envelope().id, verdict: 'stored' })],
    ['the verdict has no id', saying({ index: 0, verdict: 'stored' })],
    ['its code was withdrawn', saying({ index: 0, id: one.id, verdict: 'withdrawn' })],
  ])('no thanks are given when %s', async (_, send) => {
    await expect(deliver(one, ports(send))).rejects.toMatchObject({ name: 'NotDelivered', why: 'no-answer' })
  })

  it('a network that refuses the first try is tried once more, after a moment, with the very same batch', async () => {
    const tries: string[] = []
    const waits: number[] = []
    const send: Send = async (bytes, batchId) => {
      tries.push(batchId + new TextDecoder().decode(bytes))
      if (tries.length === 1) throw new NoAnswer('network', null)
      return { answer: answer([{ index: 0, id: one.id, verdict: 'stored' }]), serverDate: NOON }
    }
    const wait = async (ms: number) => void waits.push(ms)
    await expect(deliver(one, { ...ports(send), wait })).resolves.toBe('stored')
    expect(tries).toEqual([tries[0], tries[0]])
    expect(waits).toEqual([1000])
  })

  it.each([
    ['where the browser is offline by then', new NoAnswer('network', null), false],
    ['for a refusal', new ServerRefusal('overloaded', 503, 5), true],
    ['where something else answers', new NoAnswer('not-our-answer', 200), true],
  ])('nothing is tried again %s', async (_, error, still) => {
    let tries = 0
    let online = true
    const send: Send = async () => {
      tries += 1
      online = still
      throw error
    }
    await expect(deliver(one, { ...ports(send), online: () => online })).rejects.toMatchObject({ why: 'no-answer' })
    expect(tries).toBe(1)
  })

  it.each([
    ['its verdict', saying({ index: 0, id: one.id, verdict: 'refused', reason: 'overloaded' })],
    ['the whole request', failing(new ServerRefusal('overloaded', 503, 5))],
  ])('a server that is only busy has not refused, by %s', async (_, send) => {
    await expect(deliver(one, ports(send))).rejects.toMatchObject({ why: 'no-answer', reason: 'overloaded' })
  })

  it.each([
    ['its verdict', saying({ index: 0, id: one.id, verdict: 'refused', reason: 'unknown-petition' })],
    ['the whole request', failing(new ServerRefusal('unknown-petition', 422, null))],
  ])('the reason is told when the server refuses by %s', async (_, send) => {
    await expect(deliver(one, ports(send))).rejects.toMatchObject({ why: 'refused', reason: 'unknown-petition' })
  })
})
