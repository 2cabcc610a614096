import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { Batch } from '../../protocol/batch.ts'
import { newUuid } from '../../protocol/ids.ts'
import { NoAnswer } from '../../src/api.ts'
import { drain } from '../../src/outbox/drain.ts'
import type { DrainPorts } from '../../src/outbox/ports.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { verifyDevice } from '../../sync-server/device-signature.ts'
import { memoryStorage } from './memory-storage.ts'
import { drainPorts } from './ports.ts'
import { all, answer, envelope, NOON } from './samples.ts'

// An enrolled tablet: the server knows by the signature which one speaks.

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' })
const raw = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
const signer = {
  device: newUuid(),
  key: raw.toString('base64url'),
  sign: async (bytes: Uint8Array) =>
    sign('sha256', bytes, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
}

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
let clock: number
let sizes: number[]

beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
  clock = NOON
  sizes = []
})

const ports = (): DrainPorts => ({
  ...drainPorts(memory.storage, queue),
  now: () => clock,
  signer: async () => signer,
  send: async (bytes, _batchId, _signal, headers = {}) => {
    const batch = Batch.parse(JSON.parse(new TextDecoder().decode(bytes)))
    expect(batch.device).toBe(signer.device)
    expect(verifyDevice(headers, signer.device, bytes)).toMatchObject({ device: signer.device, key: signer.key })
    sizes.push(batch.items.length)
    const ids = batch.items.map((item) => (item as { envelope: { id: string } }).envelope.id)
    return { answer: answer(all(ids)), serverDate: NOON }
  },
})

describe('an enrolled device', () => {
  it('signs the exact bytes of each batch', async () => {
    await queue.keep(envelope())
    await drain(ports())
    expect(sizes).toEqual([1])
  })

  it('tells its counts every ten minutes, also when it never had anything to send', async () => {
    await drain(ports())
    clock += 10 * 60_000 - 1
    await drain(ports())
    expect(sizes).toEqual([0])
    clock += 1
    await drain(ports())
    expect(sizes).toEqual([0, 0])
  })

  it('tells at once what the server did not store, for the console counts by these words', async () => {
    const counts: unknown[] = []
    const verdicts = ['stored', 'withdrawn'] as const
    const withdrawing: DrainPorts = {
      ...ports(),
      send: async (bytes) => {
        const { items, contact } = Batch.parse(JSON.parse(new TextDecoder().decode(bytes)))
        counts.push(contact)
        const ids = items.map((item) => (item as { envelope: { id: string } }).envelope.id)
        const said = ids.map((id, index) => ({ index, id, verdict: verdicts[index] ?? 'stored' }))
        return { answer: answer(said), serverDate: NOON }
      },
    }
    await queue.keep(envelope())
    await queue.keep(envelope())
    await drain(withdrawing)
    const after = { captured: 2, waiting: 0, refused: 0, withdrawn: 1, lastSeq: 2 }
    expect(counts).toEqual([{ ...after, waiting: 2, withdrawn: 0 }, after])
    await queue.keep(envelope())
    await drain(withdrawing)
    expect(counts, 'what was stored needs no word').toHaveLength(3)
  })

  it('does not mind that nobody answered that, unless a person asked', async () => {
    const deaf = { ...ports(), send: () => Promise.reject(new TypeError('a mistake')) }
    await expect(drain(deaf)).rejects.toThrow('a mistake')
    const offline = { ...ports(), send: () => Promise.reject(new NoAnswer('network', null)) }
    clock += 60 * 60_000
    expect(await drain(offline)).toEqual({ until: null })
    expect((await drain(offline, 'now')).until).not.toBeNull()
  })
})
