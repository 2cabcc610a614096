import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { hashOf } from '../../sync-server/store/envelope-row.ts'
import { MIGRATIONS } from '../../sync-server/store/migrations/all.ts'
import { content, type Keys, newKeys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { countsOf, type Envelope, newFolder, start, verdictsOf } from './running.fixture.ts'
import { type Device, newDevice } from './signed.fixture.ts'

// Databases as earlier versions left them, with rows in them, under today's code. Only the migrations of that version run, and
// the rows are written in its own words.

interface Left {
  keys: Keys
  counted: Envelope
  quarantined: Envelope
  tag: string
  tablet: Device
  epoch: string
}

async function madeByFirst(dataDir: string): Promise<Left> {
  const sqlite = new BetterSqlite(join(dataDir, 'paraphe.sqlite'))
  sqlite.pragma('journal_mode = WAL')
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: sqlite }) })
  const provider = { getMigrations: async () => ({ '0001-first': MIGRATIONS['0001-first'] as never }) }
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined()

  const keys = await newKeys()
  const tablet = await newDevice()
  const [counted, quarantined] = [await sealed(keys.sealingKey), await sealed(keys.sealingKey)]
  const tag = await withdrawTag('droits-2024', newReceiptCode())
  const epoch = newUuid()
  const put = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row)
    sqlite
      .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`)
      .run(row)
  }
  const { id, publicKey, serial, validFrom, signature } = keys.sealingKey
  const campaign = 'droits-2024'
  put('campaign', {
    id: campaign,
    content: JSON.stringify(content()),
    sample: 1,
    root: keys.root,
    added_at: 1,
    envelopes: 1,
    quarantined_bytes: Buffer.from(quarantined.sealed, 'base64url').length,
  })
  put('consent_text', { campaign, id: 'sign-2', purpose: 'sign', text: '{}' })
  put('sealing_key', {
    campaign,
    id,
    public_key: publicKey,
    serial,
    valid_from: validFrom,
    signature,
    published_at: 1,
  })
  const row = (envelope: Envelope, rest: Record<string, unknown>) => ({
    v: 1,
    suite: envelope.suite,
    id: envelope.id,
    kind: envelope.kind,
    campaign,
    petitions: JSON.stringify(envelope.petitions),
    sealing_key: envelope.key,
    consent: envelope.consent,
    withdraw_tag: envelope.withdrawTag,
    sealed: Buffer.from(envelope.sealed, 'base64url'),
    hash: hashOf(envelope),
    received_at: 2,
    late: 0,
    copy: 0,
    ...rest,
  })
  put('envelope', row(counted, { quarantined: 0 }))
  put('envelope', row(quarantined, { quarantined: 1, device: tablet.id, device_key: tablet.key, seq: 4 }))
  put('petition_count', { campaign, petition: 'awa', signatures: 1 })
  put('tombstone', { campaign, withdraw_tag: tag, withdrawn_at: 3 })
  put('device_tally', { device: tablet.id, device_key: tablet.key, accepted: 1 })
  put('setting', { name: 'epoch', value: epoch })
  put('setting', { name: 'samples-added', value: 'yes' })
  await db.destroy()
  return { keys, counted, quarantined, tag, tablet, epoch }
}

test('a database of the first version opens with everything in it, and goes on', async () => {
  const dataDir = newFolder()
  const { counted, quarantined, tag, tablet, epoch, keys } = await madeByFirst(dataDir)
  const running = await start({ dataDir })
  expect(running.store.epoch).toBe(epoch)
  expect(await countsOf(running)).toMatchObject({ awa: 1 })
  expect((await running.store.envelopes('droits-2024', null, 10))?.items.map((it) => it.envelope)).toEqual([counted])
  expect(await sendAs(running, tablet, [quarantined])).toEqual({ accepted: 1, verdicts: ['duplicate'] })
  const gone = { ...(await sealed(keys.sealingKey)), withdrawTag: tag }
  expect(await verdictsOf(running, [counted, gone, await sealed(keys.sealingKey)])).toEqual([
    'duplicate',
    'withdrawn',
    'stored',
  ])
  await running.stop()
  rmSync(dataDir, { recursive: true })
})
