import { cpSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fromBase64url } from '../../protocol/base64url.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { call, countsOf, newFolder, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'

let running: Running
let keys: Keys
const campaign = 'droits-2024'

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
})
afterEach(() => running.stop())

const withdraw = (code: string, of = campaign) => call(running, ROUTES.withdrawal, { body: { campaign: of, code } })

test('what is not a code is refused', async () => {
  const answer = await call(running, ROUTES.withdrawal, { body: { campaign, code: 'ABC' } })
  expect([answer.statusCode, answer.json()]).toEqual([400, { reason: 'not-this-shape' }])
})

test('answers the same for a code that has something, one that has nothing, and a campaign that is not there', async () => {
  const code = newReceiptCode()
  await send(running, [await sealed(keys.sealingKey, { code })])
  const answers = [await withdraw(code), await withdraw(newReceiptCode()), await withdraw(code, 'elsewhere')]
  for (const answer of answers) {
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ accepted: true, epoch: running.store.epoch })
  }
})

test('takes away all acts of a sitting, and the counts fall', async () => {
  const code = newReceiptCode()
  const key = keys.sealingKey
  const acts = [
    await sealed(key, { code, petitions: ['awa', 'bila'] }),
    await sealed(key, { code, petitions: ['closed'] }),
    await sealed(key, { petitions: ['awa'] }),
  ]
  await send(running, acts)
  expect(await countsOf(running)).toMatchObject({ awa: 2, bila: 1, closed: 1 })
  await withdraw(code)
  expect(await countsOf(running)).toMatchObject({ awa: 1, bila: 0, closed: 0 })
  expect((await running.store.campaigns())[0]?.envelopes).toBe(1)
  const page = await running.store.envelopes(campaign, null, 10)
  expect(page?.items.map((it) => it.envelope)).toEqual([acts[2]])
})

test('what was withdrawn cannot come back with a late batch', async () => {
  const code = newReceiptCode()
  const envelope = await sealed(keys.sealingKey, { code })
  expect(await verdictsOf(running, [envelope])).toEqual(['stored'])
  await withdraw(code)
  expect(await verdictsOf(running, [envelope, await sealed(keys.sealingKey, { id: envelope.id })])).toEqual([
    'withdrawn',
    'withdrawn',
  ])
  expect(await countsOf(running)).toMatchObject({ awa: 0 })
})

test('a withdrawal that comes before its signature holds', async () => {
  const code = newReceiptCode()
  await withdraw(code)
  await withdraw(code)
  const [gone, other] = [await sealed(keys.sealingKey, { code }), await sealed(keys.sealingKey)]
  expect(await verdictsOf(running, [gone, other])).toEqual(['withdrawn', 'stored'])
  expect(await countsOf(running)).toMatchObject({ awa: 1 })
})

test('the sealed bytes leave the files, the write-ahead log included', async () => {
  const code = newReceiptCode()
  const envelope = await sealed(keys.sealingKey, { code })
  const bytes = Buffer.from(fromBase64url(envelope.sealed) as Uint8Array)
  // A plain mark at the sealed body's end, long enough not to be there by chance.
  const mark = bytes.subarray(-64)
  await send(running, [envelope])
  const file = join(running.dataDir, 'paraphe.sqlite')
  expect(readFileSync(`${file}-wal`).includes(mark)).toBe(true)
  await withdraw(code)
  await vi.waitFor(() => expect(statSync(`${file}-wal`).size).toBe(0), { timeout: 3000 })
  expect(readFileSync(file).includes(mark)).toBe(false)
})

test('a full disk does not end the server: the sealed bytes leave the files once there is room', async () => {
  const envelope = await sealed(keys.sealingKey, { code: newReceiptCode() })
  await send(running, [envelope])
  await running.store.settled()
  const full = vi.spyOn(Database.prototype, 'pragma').mockImplementation(() => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  })
  await running.store.withdraw(campaign, envelope.withdrawTag)
  await vi.waitFor(() => expect(full).toHaveBeenCalledOnce(), { timeout: 3000 })
  const log = join(running.dataDir, 'paraphe.sqlite-wal')
  expect(statSync(log).size).toBeGreaterThan(0)
  full.mockRestore()
  await vi.waitFor(() => expect(statSync(log).size).toBe(0), { timeout: 3000 })
})

test('the sealed bytes leave the files at the next start, where the power went before they could', async () => {
  const code = newReceiptCode()
  const envelope = await sealed(keys.sealingKey, { code })
  const mark = Buffer.from(fromBase64url(envelope.sealed) as Uint8Array).subarray(-64)
  await send(running, [envelope])
  await withdraw(code)
  // What the disk holds at this moment is what is left after a power cut.
  const dataDir = newFolder()
  cpSync(running.dataDir, dataDir, { recursive: true })
  const file = join(dataDir, 'paraphe.sqlite')
  expect(readFileSync(`${file}-wal`).includes(mark)).toBe(true)

  const again = await start({ dataDir })
  for (const path of [file, `${file}-wal`]) expect(readFileSync(path).includes(mark), path).toBe(false)
  expect(await verdictsOf(again, [envelope])).toEqual(['withdrawn'])
  await again.stop()
  rmSync(dataDir, { recursive: true })
})

test('is on disk in the erasure log, as a tag and nothing else', async () => {
  const code = newReceiptCode()
  await withdraw(code)
  const lines = readFileSync(join(running.dataDir, 'erasures.log'), 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: '2026-11-22T14:00:00.000Z', what: 'opening', token: expect.any(String) },
    { at: '2026-11-22T14:00:00.000Z', what: 'withdrawal', campaign, withdrawTag: await withdrawTag(campaign, code) },
  ])
  expect(lines.join()).not.toContain(code)
})

test('a tag on thousands of envelopes goes in one withdrawal', async () => {
  const code = newReceiptCode()
  const one = await sealed(keys.sealingKey, { code })
  const id = (n: number) => one.id.slice(0, -6) + n.toString(16).padStart(6, '0')
  for (let at = 0; at < 2400; at += 200)
    await send(
      running,
      Array.from({ length: 200 }, (_, i) => ({ ...one, id: id(at + i) })),
    )
  expect(await countsOf(running)).toMatchObject({ awa: 2400 })
  await withdraw(code)
  expect(await countsOf(running)).toMatchObject({ awa: 0 })
})
