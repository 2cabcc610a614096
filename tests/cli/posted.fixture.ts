import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { readOrder } from '../../cli/arguments.ts'
import { runExport, type Surroundings } from '../../cli/run-export.ts'
import type { ActBody, SignatureBody } from '../../protocol/act.ts'
import { fromBase64url, toBase64url } from '../../protocol/base64url.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { writeKeyFile } from '../../src/console/closed-key-file.ts'
import { makeKeys } from '../../src/console/key-ceremony.ts'
import { HOSTILE } from '../console/export/planted.ts'
import { newKeys, nextKey, sealed, signer } from '../server/campaign.fixture.ts'
import { openForSigning, type Running, sendBatch } from '../server/running.fixture.ts'
import { builtCommandLine } from './built.mjs'

// A server that has received some sixty acts of which everything is known, and the command line in this process or one of its own.

export const CAMPAIGN = 'droits-2024'
export const PHRASE = 'six mots qui ferment la clé'

export interface Posted {
  keyFile: string
  otherKeyFile: string
  /** Signed acts that stand, in the order in which they came. */
  standing: { envelope: Envelope; body: SignatureBody }[]
  others: ActBody[]
  withdrawn: Envelope[]
  unreadable: Record<string, 'no-key' | 'wrong-key'>
  /** Ids of the batches that brought what is still held, in their order. */
  batches: string[]
}

/** Opened by the same words, in a blink. */
const closed = async (campaign: string, path: string) => {
  const { keyFile, keys } = await makeKeys(campaign, new Date(0))
  writeFileSync(path, await writeKeyFile(keyFile, PHRASE, 10))
  return { keyFile, keys, path }
}

export async function post(running: Running, folder: string): Promise<Posted> {
  mkdirSync(folder, { recursive: true })
  const { keyFile, keys, path } = await closed(CAMPAIGN, join(folder, 'key.age'))
  const other = await closed('une-autre', join(folder, 'other.age'))
  await openForSigning(running, { ...(await newKeys()), ...keys })
  const key = keys.sealingKey
  const standing: Posted['standing'] = []
  const sign = async (body: SignatureBody, more: object = {}) => {
    const envelope = await sealed(key, { body, petitions: ['awa', 'bila'], ...more })
    standing.push({ envelope, body })
    return envelope
  }
  for (const [i, name] of HOSTILE.entries()) {
    const body = signer(name)
    await sign({ ...body, person: { ...body.person, town: `00${i}`, phone: `+2289012${String(i).padStart(4, '0')}` } })
  }
  for (let i = 0; i < 20; i++) {
    // Each twice, under a number of their own.
    const body = signer(`Amavi ${'abcdefghij'[i % 10]}o`)
    await sign({ ...body, person: { ...body.person, phone: `+2289107315${i % 10}` } })
  }
  const batches: string[] = []
  const send = async (envelopes: Envelope[]) => batches.push((await sendBatch(running, envelopes)).batch)
  const others: ActBody[] = []
  for (const kind of ['letter', 'join', 'contact'] as const) {
    const envelope = await sealed(key, { kind, ...(kind === 'letter' ? { petitions: ['awa'] } : {}) })
    others.push({ kind } as ActBody)
    await send([envelope])
  }
  const codes = Array.from({ length: 5 }, newReceiptCode)
  const withdrawn = await Promise.all(codes.map((code, i) => sealed(key, { code, body: signer(`Retirée ${i}`) })))
  const bent = await Promise.all([1, 2].map(() => sealed(key, { body: signer('Tordue') })))
  for (const envelope of bent) {
    const bytes = fromBase64url(envelope.sealed) as Uint8Array<ArrayBuffer>
    bytes[100] = (bytes[100] ?? 0) ^ 1
    envelope.sealed = toBase64url(bytes)
  }
  const signed = standing.map((it) => it.envelope)
  await send(signed.slice(0, -10))
  // Who signs a second time does so later.
  running.clock.now += 60_000
  await send([...signed.slice(-10), ...withdrawn, ...bent])
  for (const code of codes) await running.store.withdraw(CAMPAIGN, await withdrawTag(CAMPAIGN, code))
  // A key that came after this key file was saved.
  const root = await crypto.subtle.importKey('jwk', keyFile.root, { name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
  ])
  const later = await nextKey(root, 2)
  await running.store.publishKey(keys.root, later)
  const foreign = await sealed(later, { body: signer('Plus tard') })
  await send([foreign])
  return {
    keyFile: path,
    otherKeyFile: other.path,
    standing,
    others,
    withdrawn,
    batches: batches.sort(),
    unreadable: { [foreign.id]: 'no-key', ...Object.fromEntries(bent.map(({ id }) => [id, 'wrong-key' as const])) },
  }
}

const BUILT = await builtCommandLine()

/** The command line in this process; resolves with what it says. */
export function exportHere(dataDir: string, words: string[], phrase = PHRASE): Promise<string[]> {
  const order = readOrder(words)
  if (order === 'help') throw new Error('help')
  const said: string[] = []
  return runExport(order, {
    dataDir,
    input: Readable.from([Buffer.from(`${phrase}\n`)]) as unknown as Surroundings['input'],
    output: { write: (text: string) => said.push(text) } as unknown as Surroundings['output'],
    newWorker: () => new Worker(join(BUILT, 'export-opener.js')),
    now: () => new Date('2026-11-25T03:00:00Z'),
    app: '0.1.0',
  })
}

export interface Ended {
  code: number | null
  out: string
  err: string
  /** The words and the environment of the process, as any other process of the same account could read them. */
  seen: string
}

/** The command line as `npm run export` starts it, with the passphrase in a pipe. */
export async function exportThere(dataDir: string, words: string[], phrase = PHRASE): Promise<Ended> {
  const child = spawn(process.execPath, [join(BUILT, 'export.js'), ...words], {
    env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' },
  })
  const ended: Ended = { code: null, out: '', err: '', seen: '' }
  child.stdout.on('data', (text) => {
    ended.out += text
  })
  child.stderr.on('data', (text) => {
    ended.err += text
  })
  child.stdin.end(`${phrase}\n`)
  ended.seen = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')).join('\0')
  const [code] = await once(child, 'close')
  return { ...ended, code }
}
