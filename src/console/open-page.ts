import type { OpeningKey } from '../../protocol/opening.ts'
import type { Received } from './export-rows.ts'
import { openEnvelopes } from './open-envelopes.ts'
import type { OpenedAct } from './review/opened-act.ts'
import { emptyTally, type Tally } from './tally.ts'

export interface OpenedPage {
  /** In the order of the envelopes. */
  acts: OpenedAct[]
  tally: Tally
}

/** Opens a page of envelopes. One that does not open is named, and stops nothing. */
export async function openPage(items: readonly Received[], keys: ReadonlyMap<string, OpeningKey>): Promise<OpenedPage> {
  const opened = await openEnvelopes(items, keys)
  const tally = emptyTally()
  const acts: OpenedAct[] = []
  items.forEach(({ envelope, ...received }, at) => {
    const body = opened[at]
    const { aside } = received
    tally.envelopes++
    if (aside) tally.aside++
    if (body === undefined || typeof body === 'string') {
      if (!aside) tally.unreadable.push({ id: envelope.id, why: body ?? 'not-readable' })
      return
    }
    if (!aside) tally.opened++
    const { sealed: _, ...head } = envelope
    acts.push({ head, ...received, body } as OpenedAct)
  })
  return { acts, tally }
}
