import { createCipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignatureBody } from '../protocol/act.ts'
import { fromBase64url, toBase64url, utf8 } from '../protocol/base64url.ts'
import { associatedData, type Envelope, type EnvelopeHead, SUITE } from '../protocol/envelope.ts'
import { newUuid } from '../protocol/ids.ts'
import { pad } from '../protocol/seal.ts'
import { writeKeyFile } from '../src/console/closed-key-file.ts'
import { makeKeys } from '../src/console/key-ceremony.ts'
import { openDataDir } from '../sync-server/store/data-dir.ts'
import { toRow } from '../sync-server/store/envelope-row.ts'
import { openStore } from '../sync-server/store/open-store.ts'
import { tally } from '../sync-server/store/tally.ts'
import { content, signer } from '../tests/server/campaign.fixture.ts'
import { contextOf, keyAndNonce } from './limits/raw-hpke.mjs'

// A folder as a server leaves it, with as many envelopes as wanted. Sealing a hundred thousand in Node takes minutes, so one key
// agreement serves many of them: that would be a grave mistake outside of a bench, and takes not one step from opening them.

export const CAMPAIGN = 'droits-2024'
export const PHRASE = 'une phrase pour mesurer, rien que mesurer'
/** Envelopes of one key agreement. */
const SHARE = 200

type Keys = Awaited<ReturnType<typeof makeKeys>>

export interface BenchFolder {
  dataDir: string
  keyFile: string
  keys: Keys
  /** Some of the envelopes. */
  sample: Envelope[]
}

export async function folderOf(count: number, workFactor?: number): Promise<BenchFolder> {
  const dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'paraphe-bench-'))
  const keys = await makeKeys(CAMPAIGN, new Date(0))
  const keyFile = join(dataDir, 'key.age')
  writeFileSync(keyFile, await writeKeyFile(keys.keyFile, PHRASE, workFactor))
  const opened = await openDataDir(dataDir)
  const store = await openStore(opened)
  await store.addSamplesOnce([content()])
  await store.publishKey(keys.keys.root, keys.keys.sealingKey)
  const { db } = opened.database
  const sample: Envelope[] = []
  for (let done = 0; done < count; done += SHARE) {
    const envelopes = await sealedTogether(keys, done, Math.min(SHARE, count - done))
    if (sample.length < 2000) sample.push(...envelopes)
    const rows = envelopes.map((envelope) =>
      toRow(
        { envelope, late: false, seq: null },
        { batch: newUuid(), sender: null, carrier: null, heldFor: null, now: Date.now() },
      ),
    )
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('envelope').values(rows).execute()
      await tally(trx, CAMPAIGN, rows, 1)
    })
  }
  await store.close()
  return { dataDir, keyFile, keys, sample }
}

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const
export const INFO = utf8('paraphe/1/signature')

async function sealedTogether({ keys }: Keys, first: number, count: number): Promise<Envelope[]> {
  const { id, publicKey } = keys.sealingKey
  const recipient = fromBase64url(publicKey) as Uint8Array<ArrayBuffer>
  const pair = await crypto.subtle.generateKey(ECDH, true, ['deriveBits'])
  const enc = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const theirs = await crypto.subtle.importKey('raw', recipient, ECDH, false, [])
  const dh = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256)
  const { key, nonce } = await keyAndNonce(new Uint8Array(dh), enc, recipient, await contextOf(INFO))
  return Array.from({ length: count }, (_, i) => {
    const head: EnvelopeHead = {
      v: 1,
      suite: SUITE,
      id: newUuid(),
      kind: 'signature',
      campaign: CAMPAIGN,
      petitions: ['awa', 'bila'],
      key: id,
      consent: 'sign-2',
      withdrawTag: toBase64url(randomBytes(32)),
    }
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8(associatedData(head)))
    const body = cipher.update(pad(JSON.stringify(someone(first + i))))
    return { ...head, sealed: toBase64url(Buffer.concat([enc, body, cipher.final(), cipher.getAuthTag()])) }
  })
}

/** A usual signer: with a number of her own, three consents, from a stand. */
function someone(n: number): SignatureBody {
  const body = signer(`Kodjovi ${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + ((n >> 5) % 26))}`)
  const consents = (['news', 'calls'] as const).map((purpose) => ({
    purpose,
    text: `${purpose}-1`,
    language: 'fr',
    given: n % 3 === 0,
  }))
  return {
    ...body,
    person: { ...body.person, phone: `+228${90_000_000 + n}`, town: 'Lomé', quarter: 'Bè-Kpota' },
    consents: [...body.consents, ...consents],
    channel: 'stand',
    stand: 'marche-de-be',
  }
}
