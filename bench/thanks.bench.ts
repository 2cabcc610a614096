// From "sign" to the thank-you's promise kept, in a browser with a profile on a disk: an empty outbox against the raw limit, and one with
// 100,000 envelopes against the empty one. Contestants take turns.
import type { Page } from '@playwright/test'
import type { Campaign } from '../protocol/campaign.ts'
import { fillOutbox } from '../tests/journeys/fill-outbox.ts'
import { test } from '../tests/journeys/fixtures.ts'
import { MortalBrowser } from '../tests/journeys/mortal-browser.ts'
import { openCampaign, sealedSignature } from '../tests/journeys/open-campaign.ts'
import { pageScript } from '../tests/journeys/page-script.ts'
import type { TestServer } from '../tests/journeys/server.ts'
import { judgeDisk } from './disk.ts'
import { middle, report } from './report.ts'

type Hook = typeof import('./thanks-hook.ts')

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const SIGNATURES = Number(process.env.BENCH_SIGNATURES ?? 100)
const WARM_UP = 20
const QUEUED = Number(process.env.BENCH_QUEUED ?? 100_000)

test('thanks.0 thanks.100k', async ({ server, launchOptions }) => {
  test.setTimeout(30 * 60_000)
  await openCampaign(server)
  const campaign = (await (await fetch(`${server.url}/api/v1/campaigns/current`)).json()) as Campaign
  const browsers = await Promise.all([0, 1].map(() => MortalBrowser.create(launchOptions)))
  const [empty, full] = browsers as [MortalBrowser, MortalBrowser]
  await judgeDisk(empty.profile)
  const alive = [await empty.launch(), await full.launch()] as const
  try {
    const [page, crowded] = await Promise.all(
      alive.map(async ({ context }) => quietPage(context.pages()[0] ?? (await context.newPage()), server)),
    )
    if (!page || !crowded) throw new Error('no page')
    await race(page, campaign, WARM_UP)
    const ofThanks: number[][] = [[], []]
    for (let run = 0; run < RUNS; run++) {
      const { sign, limit } = await race(page, campaign, SIGNATURES)
      ofThanks[0]?.push(middle(sign))
      ofThanks[1]?.push(middle(sign) / middle(limit))
    }
    report('thanks.0', 'ms', ofThanks[0] ?? [], ofThanks[1] ?? [], 'raw IndexedDB strict put and get, WebCrypto HPKE')

    // Its tables exist once something was signed.
    await signOnce(crowded, campaign, 0)
    await fillOutbox(crowded, await sealedSignature(server), QUEUED)
    for (let n = 0; n < WARM_UP; n++) await signOnce(crowded, campaign, n)
    const ofCrowded: number[][] = [[], []]
    for (let run = 0; run < RUNS; run++) {
      const times: [number[], number[]] = [[], []]
      for (let n = 0; n < SIGNATURES; n++)
        for (const turn of n % 2 ? [0, 1] : [1, 0])
          times[turn]?.push(await signOnce(turn ? crowded : page, campaign, n))
      ofCrowded[0]?.push(middle(times[1]))
      ofCrowded[1]?.push(middle(times[1]) / middle(times[0]))
    }
    report('thanks.100k', 'ms', ofCrowded[0] ?? [], ofCrowded[1] ?? [], `thanks.0, with ${QUEUED} envelopes queued`)
  } finally {
    for (const living of alive) {
      living.kill()
      await living.gone()
    }
    for (const browser of browsers) await browser.remove()
  }
})

/** Of the server's origin, and running nothing by itself. */
async function quietPage(page: Page, server: TestServer): Promise<Page> {
  await page.goto(`${server.url}/healthz`)
  await page.evaluate(await pageScript('bench/thanks-hook.ts', 'benchThanks'))
  return page
}

const race = (page: Page, campaign: Campaign, rounds: number) =>
  page.evaluate(
    ({ campaign, rounds }) => (globalThis as unknown as { benchThanks: Hook }).benchThanks.race(campaign, rounds),
    { campaign, rounds },
  )

const signOnce = (page: Page, campaign: Campaign, n: number) =>
  page.evaluate(
    ({ campaign, n }) => (globalThis as unknown as { benchThanks: Hook }).benchThanks.timeSign(campaign, n),
    { campaign, n },
  )
