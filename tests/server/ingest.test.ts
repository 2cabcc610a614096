import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BatchAnswer } from '../../protocol/batch.ts'
import { newUuid } from '../../protocol/ids.ts'
import { content, earlierContent, type Keys, newKeys, nextKey, sealed } from './campaign.fixture.ts'
import { proofFor } from './proof.fixture.ts'
import { countsOf, newFolder, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'
import { batchOf, CONTACT } from './signed.fixture.ts'

let running: Running
let keys: Keys

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
})
afterEach(() => running.stop())

function put(payload: Buffer | string, headers: Record<string, string> = {}, batchId = newUuid()) {
  const url = `/api/v1/batches/${batchId}`
  return running.app.inject({
    method: 'PUT',
    url,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

describe('a batch is turned away as a whole only for its framing', () => {
  test.each([
    ['another content type', 415, 'wrong-content-type', '{}', { 'content-type': 'text/plain' }],
    ['another coding than gzip', 415, 'wrong-content-type', '{}', { 'content-encoding': 'br' }],
    ['what is not JSON', 400, 'not-json', '{"v":1', {}],
    ['what is not UTF-8', 400, 'not-json', Buffer.from([0x22, 0xff, 0x22]), {}],
    ['an empty body', 400, 'not-json', '', {}],
    ['what is not gzip though it says so', 400, 'not-json', '{}', { 'content-encoding': 'gzip' }],
    ['another shape', 400, 'not-this-shape', '{"v":2}', {}],
    ['a list', 400, 'not-this-shape', '[]', {}],
    ['brackets without end', 400, 'not-this-shape', '['.repeat(10_000), {}],
    ['more than a batch can hold', 413, 'too-large', Buffer.alloc(300_000, 0x20), {}],
    ['a gzip bomb', 413, 'too-large', gzipSync(Buffer.alloc(20_000_000)), { 'content-encoding': 'gzip' }],
  ] as const)('%s is %i %s', async (_, status, reason, payload, headers) => {
    const answer = await put(payload, headers)
    expect([answer.statusCode, answer.json()]).toEqual([status, { reason }])
  })

  test('an id in the address that is not the one in the body', async () => {
    const answer = await put(JSON.stringify(batchOf([])))
    expect([answer.statusCode, answer.json()]).toEqual([400, { reason: 'not-this-shape' }])
  })

  test('and the server goes on: what was stored stays, and the next batch is taken', async () => {
    await send(running, [await sealed(keys.sealingKey)])
    await put('['.repeat(200_000))
    await put(randomBytes(300_000))
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
    expect(await verdictsOf(running, [await sealed(keys.sealingKey)])).toEqual(['stored'])
  })
})

describe('each envelope is judged by itself', () => {
  test('one that is none is refused beside 199 that are stored', async () => {
    const good = await Promise.all(Array.from({ length: 199 }, () => sealed(keys.sealingKey)))
    const bad = { ...good[0], id: newUuid(), sealed: 'short' }
    const answer = await send(running, [...good.slice(0, 100), bad, ...good.slice(100)])
    expect(answer.verdicts[100]).toEqual({ index: 100, id: bad.id, verdict: 'refused', reason: 'not-an-envelope' })
    expect(answer.verdicts.filter((it) => it.verdict === 'stored')).toHaveLength(199)
    expect(await countsOf(running)).toMatchObject({ awa: 199 })
  })

  test('the answer has an entry for each item, in the shape of the protocol', async () => {
    const answer = await send(running, [await sealed(keys.sealingKey), null, 7, 'text', {}])
    expect(() => BatchAnswer.parse(answer)).not.toThrow()
    expect(answer.verdicts.map((it) => it.index)).toEqual([0, 1, 2, 3, 4])
    expect(answer.epoch).toBe(running.store.epoch)
    expect(answer.accepted).toBe(0)
  })

  test('what names something that never existed is refused with the word for it', async () => {
    const stranger = await newKeys()
    const key = keys.sealingKey
    expect(
      await verdictsOf(running, [
        await sealed(key, { campaign: 'elsewhere' }),
        await sealed(key, { petitions: ['nobody'] }),
        await sealed(key, { petitions: ['awa', 'draft'] }),
        await sealed(stranger.sealingKey),
        await sealed(key, { consent: 'sign-9' }),
        { ...(await sealed(key)), extra: 1 },
      ]),
    ).toEqual([
      'unknown-campaign',
      'unknown-petition',
      'unknown-petition',
      'unknown-key',
      'unknown-consent',
      'not-an-envelope',
    ])
    expect(await countsOf(running)).toEqual({ awa: 0, bila: 0, closed: 0, won: 0 })
  })

  test('nothing is taken for a campaign that has no key yet', async () => {
    const keyless = await start({ samples: [content({ id: 'keyless' })] })
    expect(await verdictsOf(keyless, [await sealed(keys.sealingKey, { campaign: 'keyless' })])).toEqual([
      'not-open-yet',
    ])
    await keyless.stop()
  })

  test('every kind of act is taken, and only signatures are counted, each for all its petitions', async () => {
    const key = keys.sealingKey
    expect(
      await verdictsOf(running, [
        await sealed(key, { petitions: ['awa', 'bila'] }),
        await sealed(key, { kind: 'letter', petitions: ['awa'] }),
        await sealed(key, { kind: 'join' }),
        await sealed(key, { kind: 'contact' }),
      ]),
    ).toEqual(['stored', 'stored', 'stored', 'stored'])
    expect(await countsOf(running)).toMatchObject({ awa: 1, bila: 1 })
    expect((await running.store.campaigns())[0]).toMatchObject({ envelopes: 4 })
  })

  test('gzip is welcome', async () => {
    const batch = batchOf([await sealed(keys.sealingKey)])
    const text = JSON.stringify(batch)
    const headers = { 'content-encoding': 'gzip', ...(await proofFor(running.app, text)) }
    const answer = await put(gzipSync(text), headers, batch.batchId)
    expect(answer.json().verdicts[0].verdict).toBe('stored')
  })
})

describe('nothing is counted twice', () => {
  test('the same envelope again is a duplicate, in the same batch, a later one and after a restart', async () => {
    const dataDir = newFolder()
    const before = await start({ dataDir })
    await openForSigning(before, keys)
    const envelope = await sealed(keys.sealingKey)
    expect(await verdictsOf(before, [envelope, envelope])).toEqual(['stored', 'duplicate'])
    expect(await verdictsOf(before, [envelope])).toEqual(['duplicate'])
    await before.stop()
    const after = await start({ dataDir })
    expect(after.store.epoch).toBe(before.store.epoch)
    expect(await verdictsOf(after, [envelope])).toEqual(['duplicate'])
    expect(await countsOf(after)).toMatchObject({ awa: 1 })
    await after.stop()
    rmSync(dataDir, { recursive: true })
  })

  test('other bytes under the same id are a conflict: kept once, never counted, and the first stays', async () => {
    const first = await sealed(keys.sealingKey)
    const others = await Promise.all([1, 2, 3].map(() => sealed(keys.sealingKey, { id: first.id })))
    expect(await verdictsOf(running, [first, ...others])).toEqual(['stored', 'conflict', 'conflict', 'conflict'])
    expect(await verdictsOf(running, [first, ...others])).toEqual(['duplicate', 'conflict', 'conflict', 'conflict'])
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
    const page = await running.store.envelopes('droits-2024', null, 10)
    expect(page?.items.map((it) => it.envelope)).toEqual([first])
    await running.store.withdraw('droits-2024', first.withdrawTag)
    const left = await running.store.envelopes('droits-2024', null, 10)
    expect(left?.items.map((it) => it.envelope)).toEqual([others[0]])
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
  })

  test('two batches at the same moment with the same envelope: stored once', async () => {
    const envelope = await sealed(keys.sealingKey)
    const verdicts = await Promise.all(Array.from({ length: 8 }, () => verdictsOf(running, [envelope])))
    expect(verdicts.flat().sort()).toEqual([...Array(7).fill('duplicate'), 'stored'])
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
  })
})

describe('closing stops new forms, not delivery', () => {
  test('for a closed or won petition, a retired key or an older text it is stored and marked late', async () => {
    const old = keys.sealingKey
    await running.store.restoreSamples([earlierContent()])
    await running.store.restoreSamples([content()])
    const key = await nextKey(keys.rootPrivate, 2)
    await running.store.publishKey(keys.root, key)
    const answer = await send(running, [
      await sealed(key, { petitions: ['closed'] }),
      await sealed(key, { petitions: ['awa', 'won'] }),
      await sealed(old),
      await sealed(key, { consent: 'sign-1' }),
      await sealed(key),
    ])
    expect(answer.verdicts.map((it) => 'late' in it && it.late === true)).toEqual([true, true, true, true, false])
    expect(answer.verdicts.every((it) => it.verdict === 'stored')).toBe(true)
    expect(await countsOf(running)).toEqual({ awa: 4, bila: 0, closed: 1, won: 1 })
    const page = await running.store.envelopes('droits-2024', null, 10)
    expect(page?.items.map((it) => it.late)).toEqual([true, true, true, true, false])
  })
})

describe('writes that wait together share one commit', () => {
  test('many batches at once are all stored, with far fewer commits', async () => {
    const envelopes = await Promise.all(Array.from({ length: 40 }, () => sealed(keys.sealingKey)))
    const before = running.store.writer.commits
    await Promise.all(envelopes.map((envelope) => send(running, [envelope])))
    expect(running.store.writer.commits - before).toBeLessThan(20)
    expect(await countsOf(running)).toMatchObject({ awa: 40 })
  })

  test('a batch that is ready waits a moment for those that are being received, and for none whose line is dead', async () => {
    const { writer } = running.store
    const work = async () => {}
    const before = writer.commits
    const come = writer.announce()
    const first = writer.write(work)
    // Some turns of the loop later, as the second body would be read.
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    await Promise.all([first, writer.write(work), come()])
    expect(writer.commits - before).toBe(1)
    writer.announce()
    await writer.write(work)
    expect(writer.commits - before).toBe(2)
  })

  test('one that fails in the middle of a group fails alone', async () => {
    const [a, b, c] = [await sealed(keys.sealingKey), await sealed(keys.sealingKey), await sealed(keys.sealingKey)]
    // Bypasses the judge: the database itself refuses an envelope of a campaign that does not exist.
    const poison = { ...(await sealed(keys.sealingKey, { campaign: 'elsewhere' })) }
    const delivery = (...envelopes: (typeof a)[]) => ({
      batch: newUuid(),
      arrivals: envelopes.map((envelope) => ({ envelope, late: false, seq: null })),
      sender: null,
      contact: CONTACT,
      seqs: [],
      carrier: null,
      proof: null,
      doubt: null,
    })
    const before = running.store.writer.commits
    const outcomes = await Promise.allSettled([
      running.store.take(delivery(a)),
      running.store.take(delivery(b, poison)),
      running.store.take(delivery(c)),
    ])
    expect(outcomes.map((it) => it.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(running.store.writer.commits - before).toBe(1)
    expect(await countsOf(running)).toMatchObject({ awa: 2 })
    expect(await verdictsOf(running, [a, b])).toEqual(['duplicate', 'stored'])
  })
})
