// From the navigation to a form that answers: the page's thread six times slower, a road like slow 4G (1.6 Mbit/s, 150 ms there and back, by
// a proxy, for the browser's own emulation misses the worker), nothing kept from before. Against a static page with the same form.
import type { AddressInfo } from 'node:net'
import type { Browser } from '@playwright/test'
import { expect, test } from '../tests/journeys/fixtures.ts'
import { openCampaign } from '../tests/journeys/open-campaign.ts'
import { SlowLink } from '../tests/journeys/slow-link.ts'
import { chanceOf } from '../tests/seeded.ts'
import { middle, report } from './report.ts'
import { serveStaticForm } from './static-form.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
/** Visits of each contestant in a round. */
const VISITS = Number(process.env.BENCH_VISITS ?? 5)
const SLOWER = 6
const ROAD = { kbitPerSecond: 1600, delayMs: 75 }
const FIRST_FIELD = 'input[id="sign-firstName"], input[id="sign-first-name"]'

test('load.signable', async ({ browser, server }) => {
  test.setTimeout(RUNS * VISITS * 60_000)
  await openCampaign(server)
  const still = await serveStaticForm()
  const links = await Promise.all(
    [server.port, (still.address() as AddressInfo).port].map((port) => SlowLink.create(port, ROAD, chanceOf(1))),
  )
  const [ours, limit] = links.map((link, at) => `${link.url}${at === 0 ? '/p/joel-paredes' : '/'}`) as [string, string]
  try {
    await visit(browser, ours)
    await visit(browser, limit)
    const [times, ratios]: [number[], number[]] = [[], []]
    for (let run = 0; run < RUNS; run++) {
      const round: [number[], number[]] = [[], []]
      for (let n = 0; n < VISITS; n++)
        for (const turn of n % 2 ? [0, 1] : [1, 0]) round[turn]?.push(await visit(browser, turn ? limit : ours))
      times.push(middle(round[0]))
      ratios.push(middle(round[0]) / middle(round[1]))
      console.error(JSON.stringify({ run, ours: Math.round(middle(round[0])), limit: Math.round(middle(round[1])) }))
    }
    report('load.signable', 'ms', times, ratios, 'a static Preact page with the same form, on the same road')
  } finally {
    for (const link of links) await link.close()
    still.close()
  }
})

/** ms until a letter that is typed into the first field is drawn in it. A browser that knows nothing of the site. */
async function visit(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 360, height: 740 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript((selector) => {
      const look = () => {
        const field = document.querySelector<HTMLInputElement>(selector)
        if (!field) return requestAnimationFrame(look)
        field.value = 'A'
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'A' }))
        // The state has been taken and drawn by the next frame but one; what took no letter is empty again, or never was alive.
        return requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            if (field.isConnected && field.value === 'A') Object.assign(window, { answeredAt: performance.now() })
            else requestAnimationFrame(look)
          }),
        )
      }
      requestAnimationFrame(look)
    }, FIRST_FIELD)
    await page.goto(address, { waitUntil: 'commit' })
    const answered = await page.waitForFunction(() => (window as unknown as { answeredAt?: number }).answeredAt)
    const ms = (await answered.jsonValue()) as number
    // And a person's letter behind it.
    await page.locator(FIRST_FIELD).pressSequentially('f')
    expect(await page.locator(FIRST_FIELD).inputValue()).toContain('f')
    return ms
  } finally {
    await context.close()
  }
}
