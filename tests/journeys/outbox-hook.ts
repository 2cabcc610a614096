// Runs in a page: see outbox-in-page.ts.
import type { Envelope } from '../../protocol/envelope.ts'
import { openStorage } from '../../src/outbox/db.ts'
import { createQueue } from '../../src/outbox/queue.ts'

export async function keepAll(envelopes: readonly Envelope[]): Promise<void> {
  const storage = openStorage()
  const queue = createQueue({ storage })
  for (const envelope of envelopes) await queue.keep(envelope)
  storage.close()
}
