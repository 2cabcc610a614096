import { beforeEach, describe, expect, it } from 'vitest'
import { Batch } from '../../protocol/batch.ts'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { storedSigner } from '../../src/outbox/device-key.ts'
import { drain } from '../../src/outbox/drain.ts'
import { beginEnrolment, dropEnrolment, takeUp } from '../../src/outbox/enrolment.ts'
import type { Enrolled } from '../../src/outbox/notes.ts'
import type { DrainPorts } from '../../src/outbox/ports.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { FORMER } from '../../src/outbox/verdicts.ts'
import { keepWithdrawal } from '../../src/outbox/withdrawals.ts'
import { verifyDevice } from '../../sync-server/device-signature.ts'
import { memoryStorage } from './memory-storage.ts'
import { drainPorts } from './ports.ts'
import { all, answer, EPOCH, envelope, NOON } from './samples.ts'

const CODE = '7KQF2M8DXT4P'
const CAMPAIGN = 'ecrire-2024'

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
})

async function enrolled(code = CODE): Promise<Enrolled> {
  const { device, key, pair } = await beginEnrolment(memory.storage, code, null)
  const stand = { id: 'gare', campaign: CAMPAIGN, name: '', place: '', from: '', to: '', petitions: [] }
  return { device, key, pair, tablet: 1, stand, root: 'root' }
}

async function keep(count: number): Promise<Envelope[]> {
  const kept = Array.from({ length: count }, () => envelope({ campaign: CAMPAIGN }))
  for (const it of kept) await queue.keep(it)
  return kept
}

const settle = async (verdict: 'stored' | 'refused', ...those: (Envelope | undefined)[]) => {
  const given = those.filter((it) => it !== undefined)
  const ids = given.map((it) => it.id)
  const verdicts = verdict === 'stored' ? all(ids) : ids.map((id, index) => refusal(index, id))
  const sent = await Promise.all(given.map(async (it) => ({ id: it.id, hash: await envelopeHash(it) })))
  await queue.settle(answer(verdicts, { accepted: ids.length }), sent, NOON)
}
const refusal = (index: number, id: string) => ({ index, id, verdict: 'refused', reason: 'unknown-petition' }) as const

const seqs = () =>
  Object.fromEntries([...memory.rows().entries.values()].map(({ id, seq, state }) => [id, [state, seq]]))

describe('an enrolment', () => {
  it('is on disk with its key before anybody is asked, and is taken up again under the same id', async () => {
    const first = await beginEnrolment(memory.storage, CODE, 'root')
    expect(first.pair.privateKey.extractable).toBe(false)
    const again = await beginEnrolment(memory.storage, CODE, 'root')
    expect([again.device, again.key]).toEqual([first.device, first.key])
  })

  it('makes a new id for another code, for another root, and after it was dropped', async () => {
    const ids = [(await beginEnrolment(memory.storage, CODE, 'root')).device]
    ids.push((await beginEnrolment(memory.storage, CODE, 'other')).device)
    ids.push((await beginEnrolment(memory.storage, '000000000000', 'other')).device)
    await dropEnrolment(memory.storage)
    ids.push((await beginEnrolment(memory.storage, '000000000000', 'other')).device)
    expect(new Set(ids).size).toBe(4)
  })

  it('pins its root, whatever was pinned, and keeps a serial of that root', async () => {
    await queue.writePin(CAMPAIGN, { root: 'false', serial: 4 })
    await takeUp(memory.storage, await enrolled())
    expect(await queue.readPin(CAMPAIGN)).toEqual({ root: 'root', serial: 0 })
    await queue.writePin(CAMPAIGN, { root: 'root', serial: 3 })
    await takeUp(memory.storage, await enrolled('000000000000'))
    expect(await queue.readPin(CAMPAIGN)).toEqual({ root: 'root', serial: 3 })
  })

  it('leaves a device that is enrolled nowhere without a signature', async () => {
    expect(await storedSigner(memory.storage)()).toBeNull()
    await beginEnrolment(memory.storage, CODE, null)
    expect(await storedSigner(memory.storage)()).toBeNull()
  })
})

describe('what a device holds when it is enrolled, or enrolled anew', () => {
  it('numbers from 1 what waits and what was refused, and counts nothing else', async () => {
    const [a, b, c, d, e] = await keep(5)
    await settle('stored', a, c)
    await settle('refused', d)
    const before = memory.rows().entries
    await takeUp(memory.storage, await enrolled())
    expect(await queue.tally()).toEqual({
      captured: 3,
      waiting: 2,
      accepted: 0,
      refused: 1,
      withdrawn: 0,
      lastSeq: 3,
    })
    expect(seqs()).toEqual({
      [`${b?.id}`]: ['waiting', 1],
      [`${e?.id}`]: ['waiting', 2],
      [`${d?.id}`]: ['refused', 3],
      [`${a?.id}`]: ['accepted', FORMER + 1],
      [`${c?.id}`]: ['accepted', FORMER + 2],
    })
    const texts = (rows: typeof before) => [...rows.values()].map((it) => [it.id, it.text]).sort()
    expect(texts(memory.rows().entries)).toEqual(texts(before))
    expect(await queue.keep(envelope())).toEqual({ seq: 4 })
  })

  it('changes nothing when it is done twice', async () => {
    await keep(3)
    const it = await enrolled()
    await takeUp(memory.storage, it)
    await keep(1)
    await takeUp(memory.storage, it)
    expect(await queue.tally()).toMatchObject({ captured: 4, lastSeq: 4 })
  })

  it('numbers more than a page, in order', async () => {
    const kept = await keep(1203)
    await settle('stored', ...kept.slice(0, 601))
    await takeUp(memory.storage, await enrolled())
    const rows = [...memory.rows().entries.values()]
    const numbers = rows.map((it) => it.seq).sort((x, y) => x - y)
    expect(numbers).toEqual(
      [...Array(602).keys()].map((n) => n + 1).concat([...Array(601).keys()].map((n) => FORMER + n + 1)),
    )
    await takeUp(memory.storage, await enrolled('000000000000'))
    expect(new Set([...memory.rows().entries.values()].map((it) => it.seq)).size).toBe(1203)
  })

  it('keeps the numbers of two enrolments before it apart', async () => {
    const [a] = await keep(1)
    await settle('stored', a)
    await takeUp(memory.storage, await enrolled())
    const [b] = await keep(1)
    await settle('stored', b)
    await takeUp(memory.storage, await enrolled('000000000000'))
    expect(seqs()).toEqual({ [`${a?.id}`]: ['accepted', FORMER + 1], [`${b?.id}`]: ['accepted', FORMER + 2] })
  })

  it('is signed, and sent again under a number of the new enrolment where a restored server has lost it', async () => {
    const [a, b] = await keep(2)
    await settle('stored', a, b)
    const now = await enrolled()
    await takeUp(memory.storage, now)
    await keep(1)
    await queue.remember({ restored: true, askedTo: 0 })
    const sent: Record<string, number> = {}
    const ports: DrainPorts = {
      ...drainPorts(memory.storage, queue),
      signer: storedSigner(memory.storage),
      post: async (_, body) => {
        const { items } = body as { items: { id: string }[] }
        const held = items.map(({ id }) => ({ id, held: id === a?.id ? 'missing' : 'stored' }))
        return { answer: { epoch: EPOCH, items: held } as never, serverDate: NOON }
      },
      send: async (bytes, _batchId, _signal, headers = {}) => {
        expect(verifyDevice(headers, now.device, bytes)).toMatchObject({ key: now.key })
        const { items } = Batch.parse(JSON.parse(new TextDecoder().decode(bytes)))
        const read = items as { seq: number; envelope: { id: string } }[]
        for (const it of read) sent[it.envelope.id] = it.seq
        const ids = read.map((it) => it.envelope.id)
        return { answer: answer(all(ids), { accepted: ids.length }), serverDate: NOON }
      },
    }
    await drain(ports)
    expect(sent[`${a?.id}`]).toBe(2)
    expect(Object.values(sent).sort()).toEqual([1, 2])
    expect(await queue.tally()).toMatchObject({ captured: 2, waiting: 0, accepted: 2, lastSeq: 2 })
  })

  it('takes back under its receipt’s code what was acknowledged before, without counting it', async () => {
    const [a] = await keep(1)
    await settle('stored', a)
    await takeUp(memory.storage, await enrolled())
    await keepWithdrawal(memory.storage, CAMPAIGN, newUuid(), async () => `${a?.withdrawTag}`)
    expect(memory.rows().entries.get(`${a?.id}`)).toMatchObject({ state: 'withdrawn', text: '' })
    expect(await queue.tally()).toMatchObject({ captured: 0, accepted: 0, withdrawn: 0 })
  })

  it('knows nothing yet of a total at the server', async () => {
    const [a] = await keep(1)
    await settle('stored', a)
    expect(await queue.memory()).toMatchObject({ acceptedThere: 1, epoch: EPOCH })
    await takeUp(memory.storage, await enrolled())
    expect(await queue.memory()).toMatchObject({ acceptedThere: 0, epoch: EPOCH, restored: false, lastContact: NOON })
  })
})
