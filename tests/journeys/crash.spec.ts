// Promise 1, “signed is saved”, against a browser that dies: killed at a random moment within 50 ms after the thank-you came in
// sight. What a SIGKILL proves is save-then-thank; of a power cut it says nothing (docs/reliability.md).
import type { BrowserContext, Page } from '@playwright/test'
import { parseReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { type Chance, chanceOf, newSeed } from '../seeded.ts'
import { type Death, dieAtSight, WITHIN_MS } from './death.ts'
import { expect, readyOffline, test } from './fixtures.ts'
import { type Living, MortalBrowser } from './mortal-browser.ts'
import { CAMPAIGN, openCampaign } from './open-campaign.ts'
import { outboxRows } from './outbox-rows.ts'
import { AFI, fillForm, hurry, sign, submit } from './people.ts'
import { received } from './received.ts'
import type { TestServer } from './server.ts'

/** Of each kind of network, and one more. A thank-you that comes too soon is found out in nearly every round. */
const ROUNDS = process.env.PARAPHE_LONG ? 10 : 4

/** online: it may be on its way · offline: the browser has no network · dead server: it has one, and nobody answers */
type Network = 'online' | 'offline' | 'dead server'
const NETWORKS: readonly Network[] = ['offline', 'dead server', 'online']

// `npm run test:long` makes ten of them, and repeats that five times, each with another seed: fifty kills.
test(`a browser killed within ${WITHIN_MS} ms of the thank-you has lost nothing, ${ROUNDS} times`, async ({
  server,
  launchOptions,
}) => {
  test.setTimeout(180_000)
  const { cookie } = await openCampaign(server)
  const chance = chanceOf(newSeed())
  const browser = await MortalBrowser.create(launchOptions)
  const thanked: string[] = []
  const moments: number[] = []
  let living: Living | undefined
  try {
    living = await browser.launch()
    let page = await visit(living.context, server)
    for (let round = 0; round < ROUNDS; round++) {
      const network = NETWORKS[round % NETWORKS.length] as Network
      const before = chance.pick([0, 0, 0, 0, 1, 2])
      const tale = `seed ${chance.seed}, round ${round + 1}: ${network}, ${before} signed before`

      if (network === 'offline') await living.context.setOffline(true)
      if (network === 'dead server') await server.kill()
      for (let n = 0; n < before; n++) thanked.push(await sign(page, AFI))
      const { text: code, seen, killed } = await signAndDie(page, living, chance)
      thanked.push(code)
      moments.push(killed - seen)

      await living.gone()
      if (network === 'dead server') await server.start()
      living = await browser.launch()
      page = await visit(living.context, server)
      const promised = (await Promise.all(thanked.map(tagOf))).sort()
      const arrived = async () => {
        await hurry(page)
        return (await received(server, cookie)).map((it) => it.withdrawTag).sort()
      }
      try {
        await expect.poll(arrived, { message: tale, intervals: [100], timeout: 20_000 }).toEqual(promised)
      } catch (lost) {
        console.log(await whereabouts(page, server))
        throw lost
      }
    }
    expect(await server.counts()).toMatchObject({ 'joel-paredes': thanked.length })
  } finally {
    console.log(
      JSON.stringify({ name: 'crash.browser', seed: chance.seed, signed: thanked.length, killedAfterMs: moments }),
    )
    living?.kill()
    await living?.gone()
    await browser.remove()
  }
})

/** For whoever has to find out: lost for good, or still on its way, and what the device says of that. */
async function whereabouts(page: Page, server: TestServer): Promise<string> {
  const rows = (await outboxRows(page)).map(({ text, state }) => `${JSON.parse(text).withdrawTag} ${state}`)
  const said = await page.locator('body').innerText()
  return ['kept in the outbox:', ...rows, 'the page says:', said, 'the server’s log:', server.log.slice(-2000)].join(
    '\n',
  )
}

const tagOf = (receipt: string) => withdrawTag(CAMPAIGN, parseReceiptCode(receipt) ?? '')

/** A page that would work offline. */
async function visit(context: BrowserContext, server: TestServer): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(server.url)
  await readyOffline(page)
  return page
}

/** Signs, and kills the browser while its thank-you is hardly read. */
async function signAndDie(page: Page, living: Living, chance: Chance): Promise<Death> {
  await fillForm(page, AFI)
  return dieAtSight(page, living, chance, { selector: 'dialog[open] .code' }, () => submit(page))
}
