// One run over a bad road: so many envelopes wait in a real browser, and everything that the road carries until the last has been
// settled is counted. The journey runs it fast, the bench at the speed that people have.
import { gzipSync } from 'node:zlib'
import { type BrowserContext, expect } from '@playwright/test'
import type { Envelope } from '../../protocol/envelope.ts'
import { wireText } from '../../src/outbox/wire.ts'
import { readyOffline } from './fixtures.ts'
import { openCampaign, sealer } from './open-campaign.ts'
import { fillOutbox } from './outbox-in-page.ts'
import { hurry } from './people.ts'
import { countHeld, received } from './received.ts'
import type { TestServer } from './server.ts'
import type { SlowLink, Traffic } from './slow-link.ts'

export interface SlowRun {
  /** All bytes of sending, both ways. */
  bytes: number
  seconds: number
  gzipBytes: number
  traffic: Traffic
  /** Ids that were sent, and those that the server has. */
  sent: string[]
  stored: string[]
}

export async function drainSlowly(
  context: BrowserContext,
  server: TestServer,
  link: SlowLink,
  envelopes: number,
  loss: number,
  /** Somebody presses "send now" all the time, so that no back-off is waited for. */
  impatient = false,
): Promise<SlowRun> {
  const { cookie } = await openCampaign(server)
  const seal = await sealer(server)
  const sealed: Envelope[] = await Promise.all(Array.from({ length: envelopes }, () => seal()))
  const page = await context.newPage()
  // The app itself came by another road.
  link.hurry = true
  await page.goto(link.url)
  await readyOffline(page)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await fillOutbox(page, sealed)
  await page.reload()
  await page.getByRole('button', { name: 'Envoyer maintenant' }).waitFor()
  await page.waitForLoadState('networkidle')

  link.hurry = false
  link.loss = loss
  link.forget()
  const began = performance.now()
  await context.setOffline(false)
  const arrived = page.getByText(/^Vos .* envois sont arrivés\.$/)
  if (impatient)
    await expect
      .poll(() => hurry(page).then(() => arrived.isVisible()), { intervals: [200], timeout: 60_000 })
      .toBe(true)
  else await arrived.waitFor({ timeout: 0 })
  const seconds = (performance.now() - began) / 1000
  const traffic = { ...link.traffic }
  const bytes = link.bytes
  const gzipBytes = gzipSync(sealed.map(wireText).join('\n')).length
  await page.close()
  await countHeld(server, cookie)
  const stored = (await received(server, cookie)).map((it) => it.id)
  return { bytes, seconds, gzipBytes, traffic, sent: sealed.map((it) => it.id), stored }
}
