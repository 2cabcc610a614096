import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { newSecret } from '../../sync-server/secrets.ts'
import { backUp } from '../../sync-server/store/backup.ts'
import { inviteFromHere } from '../../sync-server/store/invite-from-here.ts'
import { restore } from '../../sync-server/store/restore.ts'
import { call, logIn, logInAs, newFolder, PASSWORD, type Running, start } from './running.fixture.ts'

// What is there when things went wrong: the log after a restore, and the link from the server's own machine.

let dataDir: string
let running: Running
beforeEach(async () => {
  dataDir = newFolder()
  running = await start({ dataDir })
})
afterEach(async () => {
  await running.stop()
  rmSync(dataDir, { recursive: true })
})

const journal = async () =>
  ((await running.store.auditPage({ size: 100 }))?.entries ?? []).map(({ who, what }) => `${who} ${what}`).reverse()

async function restoreAndStart(file: string): Promise<void> {
  await running.stop()
  restore(dataDir, file, Date.now())
  running = await start({ dataDir })
}

test('the audit log goes on where it was after a restore, and after another, with nothing twice', async () => {
  const backup = join(newFolder(), 'backup.sqlite')
  await logIn(running)
  backUp(dataDir, backup, running.clock.now)
  running.clock.now += 1000
  await logInAs(running, 'editor', 'Koffi')
  const before = await journal()
  expect(before).toEqual(['Afi set-up', 'Koffi set-up'])
  await restoreAndStart(backup)
  expect(await running.store.coordinator('Koffi'), 'really the older copy').toBeNull()
  expect(await journal()).toEqual(before)
  running.clock.now += 2000
  await running.store.audit({ who: 'Afi', what: 'logged-in' })
  await new Promise((soon) => setTimeout(soon, 1100))
  await restoreAndStart(backup)
  expect(await journal()).toEqual([...before, 'Afi logged-in'])
})

test('the server’s own command line lets an admin in while the server is at work', async () => {
  await logIn(running)
  const [forNobody, forAfi] = [newSecret(), newSecret()]
  const now = running.clock.now
  expect(await inviteFromHere(dataDir, { token: forNobody, name: null, now })).toEqual({ again: null })
  expect(await inviteFromHere(dataDir, { token: forAfi, name: 'AFI', now })).toEqual({ again: 'Afi' })
  const body = { name: 'Essi', password: PASSWORD }
  const set = (token: string) => call(running, CONSOLE_ROUTES.setup, { body: { ...body, token } })
  expect((await set(forNobody)).json()).toMatchObject({ name: 'Essi', role: 'admin' })
  expect((await set(forAfi)).json()).toMatchObject({ name: 'Afi', role: 'admin' })
  expect((await set(forAfi)).json()).toEqual({ reason: 'used-link' })
  expect(await journal()).toContain('null invitation-from-server')
})

test('it says so where there is nobody of that name, or no database', async () => {
  await expect(inviteFromHere(dataDir, { token: 'x', name: 'Koffi', now: 0 })).rejects.toThrow(
    'Nobody here is called Koffi.',
  )
  await expect(inviteFromHere(newFolder(), { token: 'x', name: null, now: 0 })).rejects.toThrow('There is no database')
})
