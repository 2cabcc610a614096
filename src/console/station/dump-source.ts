import type { ExportFilter } from '../../../protocol/review-routes.ts'
import type { CheckedDump } from '../export/read-dump.ts'
import type { Received } from '../export-rows.ts'
import { type OpeningSource, wordingOf } from '../opening-source.ts'
import type { Opening } from '../review/room.ts'
import type { CampaignSummary } from '../use-campaigns.ts'

// A dump in the place of the server: the same opening, review and files, on a computer that is never online.

/** `decisions`: those of an earlier sitting at this station; a dump carries none. */
export const dumpSource = ({ head, pages }: CheckedDump, decisions: () => Opening['decisions']): OpeningSource => ({
  begin: async () => ({ wording: wordingOf(head), decisions: decisions() }),
  pages(filter, station) {
    const coming = pages()
    let ahead: Promise<IteratorResult<Received[]>> | null = null
    return async (_, signal) => {
      if (!ahead) {
        signal.addEventListener('abort', () => void coming.return(undefined).catch(() => {}))
        ahead = coming.next()
      }
      const page = await ahead
      ahead = page.done ? Promise.resolve(page) : coming.next()
      const items = page.done ? [] : chosen(page.value, filter)
      const next = page.done || (await ahead).done ? null : 'more'
      return station.takePage(new TextEncoder().encode(JSON.stringify({ items, next })).buffer)
    }
  },
})

/** As the server chooses (`aside` of ReceivedEnvelope); stands and channels are looked at once an envelope is open. */
export const chosen = (items: readonly Received[], { petitions, from, to }: ExportFilter): Received[] =>
  items
    .filter(({ envelope }) => !petitions || envelope.petitions.some((it) => petitions.includes(it)))
    .map((it) => {
      const at = Date.parse(it.receivedAt)
      const inside = (from === null || at >= Date.parse(from)) && (to === null || at <= Date.parse(to))
      return inside ? it : { ...it, aside: true }
    })

/** The campaign as the console's screens name it. What only a server knows stands at nothing. */
export const summaryOf = ({ head: { campaign, root, keys }, tail }: CheckedDump): CampaignSummary => ({
  id: campaign.id,
  name: campaign.name,
  sample: campaign.sample,
  root,
  sealingKey: keys[0] ?? null,
  envelopes: tail.envelopes,
  counts: {},
  petitions: campaign.petitions.map(({ id, state, title, goal }) => ({ id, state, title, ...(goal ? { goal } : {}) })),
  live: true,
  shown: false,
  leads: false,
  changed: false,
  closes: campaign.closes,
  destroyBy: campaign.destroyBy,
  destroyed: false,
})
