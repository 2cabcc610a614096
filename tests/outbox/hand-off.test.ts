import { beforeEach, describe, expect, it } from 'vitest'
import { Batch, type Verdict } from '../../protocol/batch.ts'
import { newUuid, systemRandom } from '../../protocol/ids.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import type { Signer } from '../../src/outbox/finished-batch.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { checkHandOff, HandOffRefused, linesOf } from '../../src/outbox/read-hand-off.ts'
import { handOffFile, handOffLines } from '../../src/outbox/save-hand-off.ts'
import { alarm } from '../../src/outbox/send.ts'
import { type TakeInPorts, TakeInStopped, takeIn } from '../../src/outbox/take-in.ts'
import { memoryStorage } from './memory-storage.ts'
import { noProof } from './ports.ts'
import { all, answer, envelope, NOON } from './samples.ts'

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
let signer: Signer | null
/** What the server got: body and headers. */
let got: { body: string; headers: Record<string, string> }[]
let respond: (ids: string[]) => { verdicts: Verdict[] }
let waits: number[]

beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
  signer = null
  got = []
  waits = []
  respond = (ids) => ({ verdicts: all(ids) })
})

const keepMany = async (count: number, bytes = 100) => {
  const envelopes = Array.from({ length: count }, () => envelope({ bytes }))
  for (const one of envelopes) await queue.keep(one)
  return envelopes.map((it) => it.id)
}
const saved = () => handOffFile({ queue, random: systemRandom, signer: async () => signer }, 'remise')
const textOf = async () => (await saved()).file.text()
const taking = (over: Partial<TakeInPorts> = {}): TakeInPorts => ({
  send: async (bytes, batchId, _signal, headers = {}) => {
    const body = new TextDecoder().decode(bytes)
    const batch = Batch.parse(JSON.parse(body))
    expect(batch.batchId).toBe(batchId)
    got.push({ body, headers })
    const ids = batch.items.map((item) => (item as { envelope: { id: string } }).envelope.id)
    return { answer: answer(respond(ids).verdicts), serverDate: NOON }
  },
  prove: noProof,
  alarm,
  wait: async (ms) => void waits.push(ms),
  chance: () => 0.5,
  ...over,
})
const take = (file: Blob, over: Partial<TakeInPorts> = {}) => takeIn(linesOf(file), taking(over), () => {})
const refusal = (file: Blob) =>
  take(file).then(
    () => null,
    (error: unknown) => (error instanceof HandOffRefused ? error.reason : error),
  )

describe('a hand-off file', () => {
  it('holds everything that waits, as finished batches, and what was refused; nothing is marked', async () => {
    const ids = await keepMany(450)
    const [row] = await memory.storage.read((tx) => tx.entries([ids[0] as string]))
    await queue.refuse(row as never, 'unknown-petition')
    const before = structuredClone(memory.rows())
    const { file, items } = await saved()
    expect(memory.rows()).toEqual(before)
    expect([items, file.name]).toEqual([450, 'remise.paraphe.txt'])
    expect(await checkHandOff(linesOf(file))).toMatchObject({ items: 450, batches: 4 })
    const so = await take(file)
    expect(so).toMatchObject({ items: 450, done: 450, verdicts: { stored: 450 } })
    const sent = got.flatMap(({ body }) => Batch.parse(JSON.parse(body)).items as { envelope: { id: string } }[])
    expect(sent.map((it) => it.envelope.id)).toEqual([...ids.slice(1), ids[0]])
  })

  it('of an empty outbox is whole and brings nothing', async () => {
    const { file, items } = await saved()
    expect(items).toBe(0)
    expect(await take(file)).toMatchObject({ items: 0, done: 0 })
    expect(got).toEqual([])
  })

  it('carries the signature of the device that made it, over the exact bytes that are sent', async () => {
    const signed: string[] = []
    signer = {
      device: newUuid(),
      key: `B${'A'.repeat(86)}`,
      sign: async (bytes) => {
        signed.push(new TextDecoder().decode(bytes))
        return 'A'.repeat(86)
      },
    }
    await keepMany(3)
    await take((await saved()).file, { carrier: async () => ({ 'paraphe-carrier': 'console' }) })
    expect(got.map((it) => it.body)).toEqual(signed)
    expect(got[0]?.headers).toEqual({
      'paraphe-device': signer.device,
      'paraphe-device-key': signer.key,
      'paraphe-signature': 'A'.repeat(86),
      'paraphe-carrier': 'console',
    })
  })

  it('is made one batch at a time, whatever waits', async () => {
    await keepMany(2000)
    let longest = 0
    let lines = 0
    for await (const { text } of handOffLines({ queue, random: systemRandom })) {
      longest = Math.max(longest, text.length)
      lines += 1
    }
    expect(lines).toBe(12)
    expect(longest).toBeLessThan(256 * 1024)
  })

  it('that is not one is refused as foreign', async () => {
    const foreign = ['', 'name;surname\n', '{}\n', '{"paraphe":"key"}\n', '{"paraphe":"hand-off","v":0}\n', '\n\n']
    for (const text of foreign) expect(await refusal(new Blob([text])), text).toBe('not-a-hand-off')
    expect(await refusal(new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]))).toBe('not-a-hand-off')
    expect(got).toEqual([])
  })

  it('of a newer version asks for a newer app', async () => {
    expect(await refusal(new Blob(['{"paraphe":"hand-off","v":2,"more":true}\n']))).toBe('newer-hand-off')
  })

  it('that a mail or text program marked in front, or gave other ends of line, is the same file', async () => {
    await keepMany(3)
    const text = await textOf()
    const tail = await checkHandOff(linesOf(new Blob([text])))
    for (const changed of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), `\ufeff${text.replaceAll('\n', '\r\n')}`])
      expect(await checkHandOff(linesOf(new Blob([changed])))).toEqual(tail)
  })

  it('that lost or changed anything is refused, and nothing of it is taken', async () => {
    await keepMany(450)
    const text = await textOf()
    const lines = text.split('\n')
    const damaged: Record<string, string> = {
      'cut in the middle': text.slice(0, text.length / 2),
      'cut before the tail': `${lines.slice(0, -2).join('\n')}\n`,
      'cut by its last character': text.slice(0, -1),
      'without a batch': `${[...lines.slice(0, 2), ...lines.slice(3)].join('\n')}`,
      'with a batch twice': [...lines.slice(0, 2), ...lines.slice(1)].join('\n'),
      'in another order': [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n'),
      'with one letter changed': text.replace(/"sealed\\":\\"(.)/, (all, letter) =>
        all.slice(0, -1).concat(letter === 'A' ? 'B' : 'A'),
      ),
      'with more behind the tail': `${text}{}\n`,
      'glued to another': text + text,
    }
    for (const [what, bad] of Object.entries(damaged)) {
      expect(bad, what).not.toBe(text)
      expect(await refusal(new Blob([bad])), what).toBe('damaged-hand-off')
    }
    const bytes = new Uint8Array(await new Blob([text]).arrayBuffer())
    bytes[bytes.length >> 1] = 0xff
    expect(await refusal(new Blob([bytes]))).toBe('damaged-hand-off')
    expect(got).toEqual([])
  })

  it('with a line that never ends is not read into memory', async () => {
    const endless = new Blob(['{"paraphe":"hand-off","v":1}\n', 'x'.repeat(3 * 1024 * 1024)])
    expect(await refusal(endless)).toBe('damaged-hand-off')
    expect(await refusal(new Blob(['x'.repeat(3 * 1024 * 1024)]))).toBe('not-a-hand-off')
  })
})

describe('taking one in', () => {
  it('tells of each verdict and reason', async () => {
    await keepMany(4)
    respond = (ids) => ({
      verdicts: [
        { index: 0, id: ids[0], verdict: 'duplicate' },
        { index: 1, id: ids[1], verdict: 'withdrawn' },
        { index: 2, id: ids[2], verdict: 'refused', reason: 'unknown-key' },
        { index: 3, id: ids[3], verdict: 'stored' },
      ],
    })
    const so = await take((await saved()).file)
    expect(so.verdicts).toEqual({ stored: 1, duplicate: 1, withdrawn: 1, conflict: 0, refused: 1 })
    expect([...so.reasons]).toEqual([['unknown-key', 1]])
  })

  it('tries again what may pass by itself, and stops with the reason when it does not', async () => {
    await keepMany(450)
    const { file } = await saved()
    let failures = 2
    const { send } = taking()
    const shaky: TakeInPorts['send'] = (...it) =>
      failures-- > 0 ? Promise.reject(new NoAnswer('network', null)) : send(...it)
    expect(await take(file, { send: shaky })).toMatchObject({ done: 450 })
    expect(waits).toEqual([2000, 4000])
    const told: number[] = []
    let calls = 0
    const broken: TakeInPorts['send'] = (...it) =>
      calls++ === 0 ? send(...it) : Promise.reject(new NoAnswer('network', null))
    const stopped = takeIn(linesOf(file), taking({ send: broken }), (so) => told.push(so.done))
    await expect(stopped).rejects.toBeInstanceOf(TakeInStopped)
    expect(told).toEqual([0, 200])
    expect(calls).toBe(5)
  })

  it('keeps nobody waiting where the browser knows that there is no network', async () => {
    await keepMany(1)
    const { file } = await saved()
    let calls = 0
    const send: TakeInPorts['send'] = async () => {
      calls += 1
      throw new NoAnswer('network', null)
    }
    await expect(take(file, { send, online: () => false })).rejects.toMatchObject({ why: 'network' })
    expect(calls).toBe(1)
    await expect(take(file, { send, online: () => true })).rejects.toMatchObject({ why: 'network' })
    expect(calls, 'a line that breaks now and then').toBe(5)
  })

  it('tells of a whole file before anything of it is sent, and sends nothing where that cannot be told', async () => {
    await keepMany(3)
    const { file } = await saved()
    const told: unknown[] = []
    const begin = async (tail: unknown) => void told.push({ tail, sent: got.length })
    await take(file, { begin })
    const tail = JSON.parse((await file.text()).trimEnd().split('\n').at(-1) ?? '')
    expect(told).toEqual([{ tail, sent: 0 }])
    expect(tail.items).toBe(3)
    got = []
    const silent = () => Promise.reject(new NoAnswer('network', null))
    await expect(take(file, { begin: silent })).rejects.toMatchObject({ name: 'TakeInStopped', why: 'network' })
    await expect(take(file.slice(0, -2), { begin })).rejects.toBeInstanceOf(HandOffRefused)
    expect([told.length, got.length]).toEqual([1, 0])
  })

  it('goes on behind a batch that the server refuses as a whole', async () => {
    await keepMany(250)
    let calls = 0
    const { send } = taking()
    const picky: TakeInPorts['send'] = (...it) =>
      calls++ === 0 ? Promise.reject(new ServerRefusal('wrong-signature', 401, null)) : send(...it)
    const so = await take((await saved()).file, { send: picky })
    expect(so).toMatchObject({ items: 250, done: 250, verdicts: { stored: 50, refused: 200 } })
    expect([...so.reasons]).toEqual([['wrong-signature', 200]])
  })
})
