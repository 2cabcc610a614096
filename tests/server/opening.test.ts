import { appendFileSync, copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { openingLines } from '../../sync-server/opening-lines.ts'
import { openDataDir } from '../../sync-server/store/data-dir.ts'
import { content, type Keys, sealed } from './campaign.fixture.ts'
import { countsOf, newFolder, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'

// What a server finds when it starts: its own database, an older copy of it, a log with a line too many or a line too few.

const campaign = 'droits-2024'
let dataDir: string
let running: Running
let keys: Keys
let folders: string[]

beforeEach(async () => {
  folders = []
  dataDir = aFolder()
  running = await start({ dataDir })
  keys = await openForSigning(running)
})
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function aFolder(): string {
  const folder = newFolder()
  folders.push(folder)
  return folder
}

/** What the disk holds at this moment is what is left of a server that is killed. */
function killed(): string {
  const copy = aFolder()
  cpSync(dataDir, copy, { recursive: true })
  return copy
}

async function reopened(folder = dataDir) {
  const again = await start({ dataDir: folder })
  const { opening, epoch, proofSecret } = again.store
  const counts = await countsOf(again)
  await again.stop()
  return { opening, epoch, proofSecret, counts, lines: openingLines(opening) }
}

const databaseIn = (folder: string) => join(folder, 'paraphe.sqlite')
const logIn = (folder: string) => join(folder, 'erasures.log')
const linesOf = (folder: string) => readFileSync(logIn(folder), 'utf8').split('\n').slice(0, -1)

/** The database has its token, and the log does not have it yet. */
function withoutLastLine(folder: string): string {
  const lines = linesOf(folder).slice(0, -1)
  writeFileSync(logIn(folder), lines.map((line) => `${line}\n`).join(''))
  return folder
}

async function loggedWithdrawal() {
  const code = newReceiptCode()
  const tag = await withdrawTag(campaign, code)
  const line = JSON.stringify({ at: '2026-11-22T14:30:00.000Z', what: 'withdrawal', campaign, withdrawTag: tag })
  return { code, tag, line }
}

describe('its own database', () => {
  test('keeps its epoch after a stop, a kill, and a kill between the database and the log', async () => {
    await send(running, [await sealed(keys.sealingKey)])
    const left = killed()
    const firstCut = withoutLastLine(killed())
    await running.stop()
    const second = await start({ dataDir })
    const secondCut = withoutLastLine(killed())
    await second.stop()
    for (const folder of [dataDir, left, firstCut, secondCut, dataDir, left, firstCut, secondCut]) {
      const { epoch, proofSecret, lines, counts } = await reopened(folder)
      expect([epoch, proofSecret, lines]).toEqual([running.store.epoch, running.store.proofSecret, []])
      expect(counts).toMatchObject({ awa: 1 })
    }
  })

  test('belongs to one process', async () => {
    await expect(openDataDir(dataDir)).rejects.toThrow(`Another Paraphe is at work on ${dataDir}`)
    await running.stop()
    await reopened()
  })

  test('is left alone where a newer Paraphe was at work on it', async () => {
    await running.stop()
    const sqlite = new BetterSqlite(databaseIn(dataDir))
    sqlite.exec("insert into kysely_migration values ('0999-later', '2099-01-01')")
    await expect(openDataDir(dataDir)).rejects.toThrow('This database was written by a newer Paraphe.')
    sqlite.exec("delete from kysely_migration where name = '0999-later'")
    sqlite.close()
    await reopened()
  })
})

describe('an older copy of it, put back by hand', () => {
  test('is known by the log: devices are asked, and what was withdrawn since is forgotten', async () => {
    const envelope = await sealed(keys.sealingKey)
    await send(running, [envelope])
    await running.stop()
    const old = join(aFolder(), 'old.sqlite')
    copyFileSync(databaseIn(dataDir), old)
    const later = await start({ dataDir })
    await later.store.withdraw(campaign, envelope.withdrawTag)
    await later.stop()
    copyFileSync(old, databaseIn(dataDir))

    const { epoch, opening, lines, counts } = await reopened()
    expect(epoch).not.toBe(running.store.epoch)
    expect(opening).toMatchObject({ epochRenewed: true, backupOf: null, replayed: 1 })
    expect(lines).toEqual([
      expect.stringMatching(/^This may be an older copy of the database: 1 erasure was made again/),
    ])
    expect(counts).toMatchObject({ awa: 0 })
    expect((await reopened()).epoch).toBe(epoch)
  })

  test('is known after an hour also where the server went on running and was killed', async () => {
    const early = killed()
    running.clock.now += 3_600_000
    await send(running, [await sealed(keys.sealingKey)])
    const late = killed()
    await running.stop()
    expect((await reopened(killed())).epoch).toBe(running.store.epoch)
    for (const name of ['paraphe.sqlite', 'paraphe.sqlite-wal']) copyFileSync(join(early, name), join(late, name))
    expect((await reopened(late)).opening).toMatchObject({ epochRenewed: true })
  })

  test('is known also where nothing was withdrawn, and where it was copied from a running server', async () => {
    const left = killed()
    await running.stop()
    copyFileSync(databaseIn(left), databaseIn(dataDir))
    copyFileSync(`${databaseIn(left)}-wal`, `${databaseIn(dataDir)}-wal`)
    const { epoch, proofSecret, opening } = await reopened()
    expect(epoch).not.toBe(running.store.epoch)
    // It has forgotten which challenges were used: none that was given out before is taken.
    expect(proofSecret).not.toBe(running.store.proofSecret)
    expect(opening).toMatchObject({ epochRenewed: true, replayed: 0 })
  })
})

describe('the erasure log', () => {
  test('is made up for where the power went after its line and before the commit', async () => {
    const { code, line } = await loggedWithdrawal()
    await send(running, [await sealed(keys.sealingKey, { code })])
    await running.stop()
    appendFileSync(logIn(dataDir), `${line}\n`)
    const { opening, counts } = await reopened()
    expect(opening.replayed).toBe(1)
    expect(counts).toMatchObject({ awa: 0 })
    expect((await reopened()).opening.replayed).toBe(0)
  })

  test('may end in half a line, which nobody was answered for', async () => {
    const { line } = await loggedWithdrawal()
    await running.stop()
    for (const half of [line.slice(0, 60), '\0\0\0', line]) {
      const before = linesOf(dataDir)
      appendFileSync(logIn(dataDir), half)
      const { opening, lines, epoch } = await reopened()
      expect([opening.damagedLines, lines, epoch]).toEqual([[], [], running.store.epoch])
      expect(linesOf(dataDir).slice(0, before.length)).toEqual(before)
    }
  })

  test('tells of lines in its middle that cannot be read, and does the others', async () => {
    const [first, second] = [await loggedWithdrawal(), await loggedWithdrawal()]
    await running.stop()
    const before = linesOf(dataDir).length
    appendFileSync(logIn(dataDir), `${first.line}\n{"at":"2026-\n{"what":"else"}\n${second.line}\n`)
    const { opening, lines } = await reopened()
    expect(opening).toMatchObject({ damagedLines: [before + 2, before + 3], replayed: 2 })
    expect(lines.join()).toContain(`erasures.log cannot be read in line ${before + 2}, ${before + 3}.`)
  })

  test('that is missing beside a used database is told, and devices are asked', async () => {
    // In its first run, and later.
    const left = killed()
    await running.stop()
    for (const folder of [left, dataDir]) {
      rmSync(logIn(folder))
      const { epoch, opening, lines } = await reopened(folder)
      expect(opening).toMatchObject({ logMissing: true, epochRenewed: true })
      expect(lines.join()).toContain('Warning: erasures.log is missing')
      expect(epoch).not.toBe(running.store.epoch)
      expect((await reopened(folder)).lines).toEqual([])
    }
  })

  test('is kept for a campaign that the database does not hold yet', async () => {
    const { code } = await loggedWithdrawal()
    const envelope = await sealed(keys.sealingKey, { code })
    await send(running, [envelope])
    await running.store.withdraw(campaign, envelope.withdrawTag)
    await running.stop()
    // The database is lost, the log is not, and the campaign comes back by its own way.
    for (const name of ['', '-wal', '-shm']) rmSync(databaseIn(dataDir) + name, { force: true })
    const empty = await start({ dataDir, samples: [] })
    await empty.store.addSamplesOnce([content()])
    await openForSigning(empty, keys)
    expect(await verdictsOf(empty, [envelope, await sealed(keys.sealingKey)])).toEqual(['withdrawn', 'stored'])
    await empty.stop()
  })
})
