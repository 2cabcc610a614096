import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, PHONE, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, submit, thanks } from './people.ts'
import { TestServer } from './server.ts'

// A new version is the person's choice, in the tab where they choose it, and never under a filled form.

test('a new version waits for the person, reloads only their tab, and leaves a filled form alone', async ({
  context,
  errors: _,
}) => {
  const home = await copyOfThisBuild()
  const server = await TestServer.create(home)
  try {
    await openCampaign(server)
    const writing = await context.newPage()
    await writing.setViewportSize(PHONE)
    await writing.goto(server.url)
    await writing.waitForFunction(() => Boolean(navigator.serviceWorker.controller))
    await fillForm(writing, AFI)

    await publishNewerWorker(home)
    const reading = await context.newPage()
    await reading.goto(`${server.url}/p/joel-paredes`)
    await expect(reading.getByText('Une nouvelle version est prête.')).toBeVisible()
    await expect(writing.getByText('Une nouvelle version est prête.')).toHaveCount(0)

    const reloaded = reading.waitForEvent('load')
    await reading.getByRole('button', { name: 'Mettre à jour' }).click()
    await reloaded
    await expect(reading.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(reading.getByText('Une nouvelle version est prête.')).toHaveCount(0)

    await expect(writing.getByLabel('Prénom', { exact: true })).toHaveValue(AFI.firstName)
    await submit(writing)
    await thanks(writing, AFI)
    await expect.poll(() => server.counts()).toMatchObject({ 'joel-paredes': 1, 'manahel-al-otaibi': 1 })
    expect(await server.cspReports()).toEqual([])
  } finally {
    await server.remove()
    await rm(home, { recursive: true, force: true })
  }
})

async function copyOfThisBuild(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'paraphe-home-'))
  for (const part of ['package.json', 'dist', 'content']) await cp(part, join(home, part), { recursive: true })
  await symlink(resolve('node_modules'), join(home, 'node_modules'))
  return home
}

/** As a deploy does: the worker's script has other bytes than before. */
async function publishNewerWorker(home: string): Promise<void> {
  const worker = join(home, 'dist/client/sw.js')
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// a newer build\n`)
  for (const packed of ['.br', '.gz']) await rm(worker + packed, { force: true })
}
