// The console as it is built, opening everything that a server holds and making a CSV file of it, against what opening costs at
// least in as many workers of the same browser. In between, how long the page itself was ever busy: whoever waits may cancel.
import { readFile, rm } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { CONSOLE_ROUTES } from '../protocol/console-routes.ts'
import { ask, COORDINATOR } from '../tests/journeys/open-campaign.ts'
import { TestServer } from '../tests/journeys/server.ts'
import { openRaw, prepareLimit, serveLimits } from './limit-page.ts'
import { rawParts } from './raw-parts.ts'
import { Renderers } from './renderers.ts'
import { report } from './report.ts'
import { type BenchFolder, folderOf, PHRASE } from './sealed-data.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const ENVELOPES = Number(process.env.BENCH_ENVELOPES ?? 100_000)
/** Half an hour: a machine that is busy otherwise takes its time. */
const LONG = { timeout: 30 * 60_000 }
/** The longest that the page's thread may be busy, ms. */
const GOAL = 200

interface Round {
  openMs: number
  openCpu: number
  csvMs: number
  /** The longest tasks of the page's thread while opening, and while the file is made, ms. */
  longest: number
  /** MiB. */
  peak: number
}

test('open.chromium', async ({ browser }, info) => {
  test.setTimeout(3 * 60 * 60_000)
  // The passphrase takes a second by design, whatever the number of envelopes: here it takes none.
  const folder = await folderOf(ENVELOPES, 10)
  const server = await TestServer.create('.', 'light', { DATA_DIR: folder.dataDir })
  const limits = await serveLimits()
  try {
    const token = new URL(server.setupLink).hash.slice(1)
    const setup = await ask(server, CONSOLE_ROUTES.setup, { body: { token, ...COORDINATOR } })
    const [name = '', value = ''] = (setup.headers.get('set-cookie')?.split(';')[0] ?? '').split('=')
    const cookie = { name, value, url: server.url }
    const raws: { ms: number; cpu: number }[] = []
    const rounds: Round[] = []
    for (let run = 0; run < RUNS; run++) {
      raws.push(await rawRound(browser, limits.url, folder))
      rounds.push(await consoleRound(browser, server, cookie, folder, info.outputPath('all.csv')))
      console.error(JSON.stringify({ run, raw: raws.at(-1), ...rounds.at(-1) }))
    }
    const rate = ({ openMs }: Round) => Math.round((ENVELOPES / openMs) * 1000)
    const against = 'raw WebCrypto, as many workers'
    const byClock = rounds.map(({ openMs }, i) => (raws[i]?.ms ?? 0) / openMs)
    const byProcessor = rounds.map(({ openCpu }, i) => (raws[i]?.cpu ?? 0) / openCpu)
    report('open.chromium', 'envelopes/s', rounds.map(rate), byClock, against)
    report(
      'open.chromium.cpu',
      's',
      rounds.map((it) => it.openCpu),
      byProcessor,
      `${against}, by processor time`,
    )
    const longest = rounds.map((it) => it.longest)
    report(
      'open.chromium.busy',
      'ms',
      longest,
      longest.map((it) => it / GOAL),
      `${GOAL} ms: the page’s longest task`,
    )
    const peaks = rounds.map((it) => Math.round(it.peak))
    report(
      'open.chromium.memory',
      'MiB',
      peaks,
      peaks.map((it) => (it * 1024) / ENVELOPES),
      'KiB an envelope',
    )
    const csv = rounds.map((it) => Math.round(it.csvMs))
    report(
      'open.chromium.csv',
      'ms',
      csv,
      csv.map((it, i) => it / (rounds[i]?.openMs ?? 1)),
      'opening',
    )
  } finally {
    limits.close()
    await server.remove()
    await rm(folder.dataDir, { recursive: true, force: true })
  }
})

async function rawRound(browser: Browser, url: string, folder: BenchFolder): Promise<{ ms: number; cpu: number }> {
  const page = await browser.newPage()
  await page.goto(url)
  const renderers = await Renderers.of(browser)
  await prepareLimit(page, rawParts(folder))
  const before = await renderers.seconds()
  const ms = await openRaw(page, ENVELOPES)
  const cpu = (await renderers.seconds()) - before
  await page.context().close()
  return { ms, cpu }
}

async function consoleRound(
  browser: Browser,
  server: TestServer,
  cookie: { name: string; value: string; url: string },
  { keyFile }: BenchFolder,
  path: string,
): Promise<Round> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  await context.addCookies([cookie])
  await context.addInitScript(watchTasks)
  const page = await context.newPage()
  const renderers = await Renderers.of(browser)
  await page.goto(`${server.url}/console`)
  await page.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
  await page.getByLabel('Fichier de clé').setInputFiles(keyFile)
  await page.getByLabel('Phrase de passe').fill(PHRASE)
  await page.getByRole('button', { name: 'Déverrouiller' }).click()
  const open = page.getByRole('button', { name: /^Ouvrir/ })
  await expect(open).toBeEnabled({ timeout: 60_000 })
  await takeTasks(page)

  const before = await renderers.seconds()
  const from = performance.now()
  await open.click()
  await page.getByRole('navigation', { name: 'Ce qui est ouvert' }).waitFor(LONG)
  const openMs = performance.now() - from
  const openCpu = (await renderers.seconds()) - before

  await page.getByRole('button', { name: 'Fichiers', exact: true }).click()
  const csvFrom = performance.now()
  const coming = page.waitForEvent('download', LONG)
  await page.getByRole('button', { name: /^Enregistrer le fichier CSV/ }).click()
  await (await coming).saveAs(path)
  const csvMs = performance.now() - csvFrom
  // What is told to the server after the first file belongs to it.
  await expect(page.getByRole('button', { name: 'Les fichiers sont en lieu sûr' })).toBeVisible(LONG)
  const tasks = await takeTasks(page)
  const peak = await renderers.peak()
  const lines = (await readFile(path, 'utf8')).split('\r\n').length - 2
  expect(lines).toBe(ENVELOPES * 2)
  await context.close()
  return { openMs, openCpu, csvMs, longest: Math.max(0, ...tasks), peak }
}

/** ms of each task of 50 ms or more since the last call. */
const takeTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { takeTasks(): number[] }).takeTasks())

function watchTasks(): void {
  const tasks: number[] = []
  const note = (entries: PerformanceEntryList) => tasks.push(...entries.map((it) => Math.round(it.duration)))
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'longtask' })
  Object.assign(globalThis, {
    takeTasks: () => {
      note(observer.takeRecords())
      return tasks.splice(0)
    },
  })
}
