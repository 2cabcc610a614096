// A tablet's worker empties its outbox: read, signed, sent, durable at the server, settled on its own disk. Against a loop of Dexie and fetch
// in a worker that sends the same bytes to the bare server. Both in one browser, whose profile lies on a disk.
import { expect, type Page } from '@playwright/test'
import type { Envelope } from '../protocol/envelope.ts'
import { SYNC_TAG } from '../src/outbox/worker-messages.ts'
import { readyOffline, test } from '../tests/journeys/fixtures.ts'
import { MortalBrowser } from '../tests/journeys/mortal-browser.ts'
import { openCampaign, sealedSignature } from '../tests/journeys/open-campaign.ts'
import { pageScript } from '../tests/journeys/page-script.ts'
import type { TestServer } from '../tests/journeys/server.ts'
import { makeStand } from '../tests/journeys/stands.ts'
import { startBare } from './bare-server.ts'
import { judgeDisk } from './disk.ts'
import { serveLimits } from './limit-page.ts'
import { report } from './report.ts'
import { CAMPAIGN } from './sealed-data.ts'

type Hook = typeof import('./sync-hook.ts')
type Limit = typeof import('./limits/sync.ts')

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const ENVELOPES = Number(process.env.BENCH_QUEUED ?? 10_000)
const WARM_UP = 1000

test('sync.chromium', async ({ server, launchOptions }) => {
  test.setTimeout(30 * 60_000)
  const { cookie } = await openCampaign(server)
  const like = await sealedSignature(server)
  const { code } = await makeStand(server, cookie)
  const bare = await startBare()
  const limits = await serveLimits()
  // So that the limit's page may call the bare server, which knows nothing of origins.
  const args = [...(launchOptions.args ?? []), '--disable-web-security']
  const browser = await MortalBrowser.create({ ...launchOptions, args })
  const living = await browser.launch()
  try {
    await judgeDisk(browser.profile)
    const { context } = living
    const tablet = context.pages()[0] ?? (await context.newPage())
    const ours = await tabletOf(tablet, server, code, like)
    const page = await context.newPage()
    await page.goto(limits.url)
    const limit = await limitIn(page, { ...like, campaign: CAMPAIGN }, `http://127.0.0.1:${bare.port}`)
    await limit(WARM_UP)
    await ours(WARM_UP)
    const [rates, ratios]: number[][] = [[], []]
    for (let run = 0; run < RUNS; run++) {
      const times = { limit: 0, ours: 0 }
      for (const side of run % 2 ? (['ours', 'limit'] as const) : (['limit', 'ours'] as const))
        times[side] = await { limit, ours }[side](ENVELOPES)
      rates?.push(Math.round((ENVELOPES / times.ours) * 1000))
      ratios?.push(times.limit / times.ours)
      console.error(JSON.stringify({ name: 'sync.chromium', run, ...times }))
    }
    report('sync.chromium', 'envelopes/s', rates ?? [], ratios ?? [], 'Dexie and fetch to the bare server, by 200')
  } finally {
    living.kill()
    await living.gone()
    await browser.remove()
    limits.close()
    await bare.end()
  }
})

/** ms in which this tablet's worker sends so many. */
async function tabletOf(page: Page, server: TestServer, code: string, like: Envelope) {
  await page.goto(server.url)
  await readyOffline(page)
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) =>
    session.on(
      'ServiceWorker.workerRegistrationUpdated',
      ({ registrations: [it] }) => it && resolve(it.registrationId),
    ),
  )
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  // A page of this origin that runs nothing by itself: the worker alone sends.
  await page.goto(`${server.url}/healthz`)
  await page.evaluate(await pageScript('bench/sync-hook.ts', 'benchSync'))
  await page.evaluate((it) => (globalThis as unknown as { benchSync: Hook }).benchSync.enrol(it), code)
  return async (count: number): Promise<number> => {
    await page.evaluate(
      ({ like, count }) => (globalThis as unknown as { benchSync: Hook }).benchSync.fill(like, count),
      { like, count },
    )
    const emptied = page.evaluate(() => (globalThis as unknown as { benchSync: Hook }).benchSync.emptied())
    const origin = new URL(server.url).origin
    await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: SYNC_TAG, lastChance: false })
    return emptied
  }
}

/** ms in which the limit sends so many. */
async function limitIn(page: Page, like: Envelope, to: string) {
  await page.evaluate(await pageScript('bench/sync-hook.ts', 'benchSync'))
  const code = await pageScript('bench/limits/sync.ts', 'limitSync')
  await page.evaluate(
    ({ code, to }) => {
      // What is thrown in a promise would reach nobody.
      const ask = `onmessage = ({ data: [verb, given] }) => void limitSync[verb](given).then(postMessage, (cause) =>
        setTimeout(() => { throw cause }))`
      const worker = new Worker(URL.createObjectURL(new Blob([`${code}\n${ask}`])))
      const call = <Verb extends keyof Limit>(verb: Verb, given: Parameters<Limit[Verb]>[0]) =>
        new Promise<Awaited<ReturnType<Limit[Verb]>>>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.postMessage([verb, given])
        })
      Object.assign(globalThis, {
        atLimit: async (like: Envelope, count: number) => {
          await call('fill', (globalThis as unknown as { benchSync: Hook }).benchSync.rowsLike(like, count, 0))
          return call('drain', to)
        },
      })
    },
    { code, to },
  )
  return async (count: number): Promise<number> => {
    const ms = await page.evaluate(
      ({ like, count }) =>
        (globalThis as unknown as { atLimit(like: Envelope, count: number): Promise<number> }).atLimit(like, count),
      { like, count },
    )
    expect(ms).toBeGreaterThan(0)
    return ms
  }
}
