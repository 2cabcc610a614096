import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HAVE } from '../../protocol/have.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { hashOf } from '../../sync-server/store/envelope-row.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { runProgram, type Server, startServer } from './programs.fixture.ts'
import { countsOf, type Envelope, logIn, newFolder, openForSigning, start } from './running.fixture.ts'

// Backup and restore with the programs themselves, each in its own process, beside a server that goes on working.

const campaign = 'droits-2024'
let dataDir: string
let backup: string
let keys: Keys
let servers: Server[]

beforeEach(async () => {
  servers = []
  dataDir = newFolder()
  backup = join(newFolder(), 'backup.sqlite')
  const running = await start({ dataDir })
  keys = await openForSigning(running)
  await logIn(running)
  await running.stop()
})
afterEach(async () => {
  for (const server of servers) await server.stop()
  rmSync(dataDir, { recursive: true })
})

async function serve(): Promise<Server> {
  const server = await startServer(dataDir)
  servers.push(server)
  return server
}

interface Signed {
  code: string
  envelope: Envelope
}

async function signed(count: number): Promise<Signed[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const code = newReceiptCode()
      return { code, envelope: await sealed(keys.sealingKey, { code }) }
    }),
  )
}

const envelopes = (of: readonly Signed[]) => of.map((it) => it.envelope)
const withdraw = (server: Server, { code }: Signed) => server.post(ROUTES.withdrawal.path, { campaign, code })
const words = (answer: { verdicts: { verdict: string }[] }) => answer.verdicts.map((it) => it.verdict)

async function held(server: Server, of: readonly Signed[]): Promise<{ epoch: string; held: string[] }> {
  const items = envelopes(of).map((it) => ({ id: it.id, hash: hashOf(it) }))
  const answer = await (await server.post(HAVE.path, { campaign, items })).json()
  return { epoch: answer.epoch, held: answer.items.map((it: { held: string }) => it.held) }
}

test('a server restored from a backup ends complete, and what was withdrawn stays gone', async () => {
  const first = await serve()
  const all = await signed(120)
  const [before, during, after] = [all.slice(0, 40), all.slice(40, 80), all.slice(80)]
  const { epoch } = await first.send(envelopes(before))
  const goneBefore = before[0] as Signed
  await withdraw(first, goneBefore)

  // The backup runs while batches arrive, each of them whole in it or not at all.
  const taken = runProgram('backup', dataDir, backup)
  const arriving = (async () => {
    for (let at = 0; at < during.length; at += 2) await first.send(envelopes(during.slice(at, at + 2)))
  })()
  const made = await taken
  expect(made).toMatchObject({ code: 0, err: '' })
  await arriving
  const line = /^Backed up (\d+) envelopes \(\d+\.\d MiB\) to (.*)\.\n$/.exec(made.out)
  expect(line?.[2]).toBe(backup)
  const inBackup = Number(line?.[1])
  expect(inBackup).toBeGreaterThanOrEqual(39)
  expect(inBackup % 2).toBe(1)

  await first.send(envelopes(after))
  // Some that the backup holds, some that it does not.
  const goneAfter = [before[1], during[39], after[0], after[1]] as Signed[]
  for (const one of goneAfter) await withdraw(first, one)
  expect((await first.stop()).code).toBe(0)

  const restored = await runProgram('restore', dataDir, backup)
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toContain(`with ${inBackup} envelopes`)

  const second = await serve()
  expect(second.said).toMatch(/^This is the backup of .*Z: \d erasures were made again from erasures\.log/)
  const asked = await held(second, all)
  expect(asked.epoch).not.toBe(epoch)
  expect(asked.held[1]).toBe('withdrawn')
  const missing = all.filter((_, i) => asked.held[i] === 'missing')
  expect(missing.length).toBeGreaterThanOrEqual(40)
  expect(missing.map(({ code }) => code)).toEqual(expect.arrayContaining(after.map(({ code }) => code)))

  // What devices do by themselves: send again what is missing; and late copies of everything.
  const answers = words(await second.send(envelopes(missing)))
  const gone = new Set([goneBefore, ...goneAfter])
  expect(answers).toEqual(missing.map((it) => (gone.has(it) ? 'withdrawn' : 'stored')))
  expect(words(await second.send(envelopes(all)))).toEqual(all.map((it) => (gone.has(it) ? 'withdrawn' : 'duplicate')))
  expect((await second.stop()).code).toBe(0)

  const running = await start({ dataDir })
  expect(await countsOf(running)).toMatchObject({ awa: 115 })
  expect(running.store.epoch).toBe(asked.epoch)
  expect(running.store.opening).toMatchObject({ backupOf: null, epochRenewed: false, replayed: 0 })
  await running.stop()
}, 60_000)

test('a server and a restore keep out of the way of one that runs, and take the place of one that was killed', async () => {
  const server = await serve()
  const busy = `Another Paraphe is at work on ${dataDir}. Stop it first, or set DATA_DIR to a folder of its own.\n`
  const [restoring] = await Promise.all([
    runProgram('restore', dataDir, join(dataDir, 'erasures.log')),
    expect(startServer(dataDir)).rejects.toThrow(busy),
  ])
  expect(restoring).toMatchObject({ code: 1, out: '', err: busy })
  // The kernel takes its locks back from a process that is no more.
  server.child.kill('SIGKILL')
  await server.ended
  expect((await (await serve()).stop()).code).toBe(0)
}, 60_000)
