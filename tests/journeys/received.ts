// What a server holds, as its coordinators see it, without opening anything.
import type { z } from 'zod/mini'
import { CONSOLE_ROUTES, type EnvelopePage } from '../../protocol/console-routes.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { QUARANTINE_ROUTES, type Quarantine } from '../../protocol/quarantine-routes.ts'
import { ask } from './open-campaign.ts'
import type { TestServer } from './server.ts'

/** Every envelope that the server holds. */
export async function received(server: TestServer, cookie: string): Promise<Envelope[]> {
  const all: Envelope[] = []
  let after: string | null = null
  do {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`
    const answer = await ask(server, CONSOLE_ROUTES.envelopes, { cookie, query })
    const page = (await answer.json()) as z.infer<typeof EnvelopePage>
    all.push(...page.items.map((it) => it.envelope))
    after = page.next
  } while (after !== null)
  return all
}

/** A coordinator counts all that waits in quarantine: a phone that sends more at once than people do is looked at first. */
export async function countHeld(server: TestServer, cookie: string): Promise<void> {
  const answer = await ask(server, QUARANTINE_ROUTES.quarantine, { cookie })
  const { groups } = (await answer.json()) as z.infer<typeof Quarantine>
  for (const { sender } of groups)
    await ask(server, QUARANTINE_ROUTES.decide, { cookie, body: { sender, act: 'release' } })
}
