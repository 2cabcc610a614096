import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fromBase64url } from '../../protocol/base64url.ts'
import { openingLines } from '../../sync-server/opening-lines.ts'
import { backUp } from '../../sync-server/store/backup.ts'
import { hashOf } from '../../sync-server/store/envelope-row.ts'
import { restore } from '../../sync-server/store/restore.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import {
  countsOf,
  type Envelope,
  logIn,
  newFolder,
  openForSigning,
  type Running,
  send,
  start,
} from './running.fixture.ts'

// What a backup holds, and what restoring refuses and keeps. The programs themselves: restore.test.ts.

const campaign = 'droits-2024'
const NOW = Date.UTC(2026, 10, 22, 15)
let dataDir: string
let folder: string
let backup: string
let running: Running
let keys: Keys

beforeEach(async () => {
  dataDir = newFolder()
  folder = newFolder()
  backup = join(folder, 'backup.sqlite')
  running = await start({ dataDir })
  keys = await openForSigning(running)
})
afterEach(() => {
  for (const dir of [dataDir, folder]) rmSync(dir, { recursive: true })
})

const some = (count: number) => Promise.all(Array.from({ length: count }, () => sealed(keys.sealingKey)))
const markOf = (envelope: Envelope) => Buffer.from(fromBase64url(envelope.sealed) as Uint8Array).subarray(-64)
/** Its sealed bytes with one bit changed. */
const flipped = (envelope: Envelope) => {
  const bytes = Buffer.from(fromBase64url(envelope.sealed) as Uint8Array)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  return bytes
}
const heldBy = ({ store }: Running, envelopes: Envelope[]) =>
  store.have({ campaign, items: envelopes.map((it) => ({ id: it.id, hash: hashOf(it) })) })
const column = (file: string, sql: string) => {
  const sqlite = new BetterSqlite(file, { readonly: true })
  const values = sqlite.prepare(sql).pluck().all()
  sqlite.close()
  return values
}

describe('a backup', () => {
  test('is one file for this account only: no session, no set-up link, nothing that was deleted', async () => {
    await running.store.offerSetup('a hash')
    await logIn(running)
    const [session] = column(join(dataDir, 'paraphe.sqlite'), 'select hash from session') as [string]
    const [kept, gone] = (await some(2)) as [Envelope, Envelope]
    await send(running, [kept, gone])
    await running.store.withdraw(campaign, gone.withdrawTag)
    expect(backUp(dataDir, backup, NOW)).toEqual({ envelopes: 1, bytes: statSync(backup).size })
    await running.stop()

    expect(statSync(backup).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['backup.sqlite'])
    expect(readFileSync(backup).includes(markOf(kept))).toBe(true)
    expect(readFileSync(backup).includes(markOf(gone))).toBe(false)
    expect(column(backup, 'select hash from session')).toEqual([])
    expect(readFileSync(backup).includes(session)).toBe(false)
    expect(column(backup, 'select name from coordinator')).toEqual(['Afi'])
    expect(column(backup, "select name from setting where name = 'setup-token'")).toEqual([])
    expect(column(backup, "select value from setting where name = 'backup-of'")).toEqual(['2026-11-22T15:00:00.000Z'])
  })

  test('holds each envelope’s sealed bytes once, so that a withdrawal after a restore leaves none of them', async () => {
    const envelopes = await some(120)
    await send(running, envelopes)
    backUp(dataDir, backup, NOW)
    const bytes = readFileSync(backup)
    const times = envelopes.map((it) => bytes.toString('latin1').split(markOf(it).toString('latin1')).length - 1)
    expect(new Set(times)).toEqual(new Set([1]))

    await running.stop()
    restore(dataDir, backup, NOW)
    const again = await start({ dataDir })
    for (const { withdrawTag } of envelopes.slice(0, 40)) await again.store.withdraw(campaign, withdrawTag)
    await again.store.settled()
    await again.stop()
    const left = readFileSync(join(dataDir, 'paraphe.sqlite'))
    expect(envelopes.slice(0, 40).filter((it) => left.includes(markOf(it)))).toEqual([])
    expect(envelopes.slice(40).filter((it) => !left.includes(markOf(it)))).toEqual([])
  })

  test('has no set-up link that is still open either', async () => {
    await running.store.offerSetup('a hash')
    backUp(dataDir, backup, NOW)
    await running.stop()
    expect(readFileSync(backup).includes('a hash')).toBe(false)
  })

  test('refuses to overwrite, says where nothing is, and leaves nothing half made', async () => {
    backUp(dataDir, backup, NOW)
    const first = readFileSync(backup)
    expect(() => backUp(dataDir, backup, NOW)).toThrow(`${backup} exists already.`)
    expect(readFileSync(backup)).toEqual(first)
    expect(() => backUp(folder, join(folder, 'other'), NOW)).toThrow(`There is no database in ${folder}`)
    expect(() => backUp(dataDir, join(folder, 'no/where'), NOW)).toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual(['backup.sqlite'])
    await running.stop()
  })

  test('that is being read only puts off that withdrawn bytes leave the write-ahead log', async () => {
    const [gone] = (await some(1)) as [Envelope]
    await send(running, [gone])
    const reader = new BetterSqlite(join(dataDir, 'paraphe.sqlite'), { readonly: true })
    const rows = reader.prepare('select * from envelope').iterate()
    rows.next()
    const began = performance.now()
    await running.store.withdraw(campaign, gone.withdrawTag)
    await running.store.settled()
    // The server does not stand still for a reader.
    expect(performance.now() - began).toBeLessThan(1500)
    const log = join(dataDir, 'paraphe.sqlite-wal')
    expect(statSync(log).size).toBeGreaterThan(0)
    rows.return?.()
    reader.close()
    await vi.waitFor(() => expect(statSync(log).size).toBe(0), { timeout: 3000 })
    await running.stop()
  })
})

describe('restoring', () => {
  test('refuses what is not a whole backup, and changes nothing', async () => {
    await send(running, await some(3))
    backUp(dataDir, backup, NOW)
    await running.stop()
    const file = join(dataDir, 'paraphe.sqlite')
    const before = readFileSync(file)
    const make = (name: string, bytes: Buffer | string) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const good = readFileSync(backup)
    const spoilt = Buffer.from(good)
    spoilt.fill(0xff, 8192, 8192 + 512)
    // A page that nothing of the restore itself reads.
    const unread = Buffer.from(good)
    const [page] = column(backup, "select rootpage from sqlite_master where name = 'petition_count'") as [number]
    unread.fill(0xff, (page - 1) * 4096, page * 4096)
    const newer = make('newer', good)
    const sqlite = new BetterSqlite(newer)
    sqlite.exec("insert into kysely_migration values ('0999-later', '2099-01-01')")
    sqlite.close()
    const no = 'This is not a backup that npm run backup has made. Nothing was changed.'
    for (const [path, sentence] of [
      [join(folder, 'none'), 'There is no file'],
      [make('text', 'hello'), no],
      [make('empty', ''), no],
      // The server's own file: it carries no mark.
      [make('raw', before), no],
      [make('spoilt', spoilt), 'This backup is damaged. Nothing was changed.'],
      [make('unread', unread), 'This backup is damaged. Nothing was changed.'],
      [make('short', good.subarray(0, good.length - 4096)), 'This backup is damaged. Nothing was changed.'],
      [newer, 'This backup was made by a newer Paraphe.'],
    ] as const) {
      expect(() => restore(dataDir, path, NOW), path).toThrow(sentence)
      expect(readdirSync(dataDir).sort()).toEqual(['erasures.log', 'lock.sqlite', 'paraphe.sqlite'])
    }
    expect(readFileSync(file)).toEqual(before)
  })

  test('keeps the replaced database whole, its last commits included, and none of its log meets the new one', async () => {
    backUp(dataDir, backup, NOW)
    const later = await some(5)
    await send(running, later)
    // What the disk holds at this moment is what a killed server leaves: the last commits in the write-ahead log only.
    const killed = newFolder()
    cpSync(dataDir, killed, { recursive: true })
    await running.stop()
    expect(statSync(join(killed, 'paraphe.sqlite-wal')).size).toBeGreaterThan(0)

    const replaced = join(killed, 'replaced-2026-11-22T15-00-00Z.sqlite')
    expect(restore(killed, backup, NOW)).toEqual({
      backupOf: '2026-11-22T15:00:00.000Z',
      envelopes: 0,
      replaced,
      logThere: true,
    })
    expect(column(replaced, 'select count(*) from envelope')).toEqual([5])
    expect(existsSync(join(killed, 'paraphe.sqlite-wal'))).toBe(false)
    const again = await start({ dataDir: killed })
    expect(await heldBy(again, later)).toEqual(Array(5).fill('missing'))
    // The backup is of the same run as the log's last line: only its mark tells what it is.
    expect(again.store.epoch).not.toBe(running.store.epoch)
    await again.stop()
    rmSync(killed, { recursive: true })
  })

  test('takes the place of a database that cannot even be opened, and keeps that with its log', async () => {
    backUp(dataDir, backup, NOW)
    await running.stop()
    writeFileSync(join(dataDir, 'paraphe.sqlite'), 'rubbish')
    writeFileSync(join(dataDir, 'paraphe.sqlite-wal'), 'its log')
    const { replaced } = restore(dataDir, backup, NOW)
    expect(readFileSync(replaced as string, 'utf8')).toBe('rubbish')
    expect(readFileSync(`${replaced}-wal`, 'utf8')).toBe('its log')
    await (await start({ dataDir })).stop()
  })

  test('twice from the same backup renews the epoch twice', async () => {
    const epochs = [running.store.epoch]
    backUp(dataDir, backup, NOW)
    await running.stop()
    for (const hour of [1, 2]) {
      restore(dataDir, backup, NOW + hour * 3_600_000)
      const again = await start({ dataDir })
      epochs.push(again.store.epoch)
      await again.stop()
    }
    expect(new Set(epochs).size).toBe(3)
  })

  test('on a new machine asks for the erasure log; with it, what was withdrawn is forgotten again', async () => {
    const [gone] = (await some(1)) as [Envelope]
    await send(running, [gone])
    backUp(dataDir, backup, NOW)
    await running.store.withdraw(campaign, gone.withdrawTag)
    await running.stop()
    const log = readFileSync(join(dataDir, 'erasures.log'))

    const machine = newFolder()
    expect(restore(machine, backup, NOW)).toMatchObject({ logThere: false, replaced: null })
    const without = await start({ dataDir: machine })
    expect(openingLines(without.store.opening).join('\n')).toContain('Warning: erasures.log is missing')
    expect(await heldBy(without, [gone])).toEqual(['stored'])
    await without.stop()

    writeFileSync(join(machine, 'erasures.log'), log)
    const withLog = await start({ dataDir: machine })
    expect(withLog.store.epoch).not.toBe(without.store.epoch)
    expect(await heldBy(withLog, [gone])).toEqual(['withdrawn'])
    expect(await countsOf(withLog)).toMatchObject({ awa: 0 })
    await withLog.stop()
    rmSync(machine, { recursive: true })
  })

  test('leaves out envelopes that were changed on the way, counts without them, and takes them when they come again', async () => {
    const envelopes = await some(6)
    await send(running, envelopes)
    const whole = await countsOf(running)
    backUp(dataDir, backup, NOW)
    await running.stop()
    const [first, second, third] = envelopes as [Envelope, Envelope, Envelope]
    const sqlite = new BetterSqlite(backup)
    // One bit inside the seal, another petition, and no list of petitions at all.
    sqlite.prepare('update envelope set sealed = ? where id = ?').run(flipped(first), first.id)
    sqlite.prepare('update envelope set petitions = \'["teo"]\' where id = ?').run(second.id)
    sqlite.prepare("update envelope set petitions = '[' where id = ?").run(third.id)
    sqlite.close()

    restore(dataDir, backup, NOW)
    const again = await start({ dataDir })
    expect(openingLines(again.store.opening).join('\n')).toContain('Warning: 3 of this backup’s envelopes were damaged')
    expect(await heldBy(again, envelopes)).toEqual([...Array(3).fill('missing'), ...Array(3).fill('stored')])
    expect(await countsOf(again)).not.toEqual(whole)
    await send(again, envelopes)
    expect(await countsOf(again)).toEqual(whole)
    expect(await heldBy(again, envelopes)).toEqual(Array(6).fill('stored'))
    await again.stop()
  })

  test('a backup in which a campaign is not destroyed yet does not bring it back', async () => {
    const [one] = (await some(1)) as [Envelope]
    await send(running, [one])
    backUp(dataDir, backup, NOW)
    await running.store.destroyEnvelopes(campaign)
    await running.stop()
    restore(dataDir, backup, NOW)
    const again = await start({ dataDir })
    expect(await heldBy(again, [one])).toEqual(['destroyed'])
    await again.store.settled()
    expect(readFileSync(join(dataDir, 'paraphe.sqlite')).includes(markOf(one))).toBe(false)
    await again.stop()
  })
})
