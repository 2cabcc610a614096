import * as z from 'zod/mini'
import { Counts } from './campaign.ts'
import { Slug } from './ids.ts'
import { EVERYONE } from './roles.ts'
import { nothing, route } from './route.ts'

// What the console's overview draws: signatures received, by hour, case and place. Counted, never opened, never called unique (design §2).

const count = z.int().check(z.gte(0))

/** Where signatures came from: people's own phones, or a stand's tablets; `stand` null for tablets that no stand has. */
export const Place = z.object({ from: z.enum(['phones', 'tablets']), stand: z.nullable(Slug), signatures: count })

export const Received = z.object({
  /** Hours since 1970 (UTC) with at least one signature, ascending, and how many. What was withdrawn is taken off its hour. */
  hours: z.array(z.tuple([count, count])),
  petitions: Counts,
  places: z.array(Place),
  /** Unfiltered, and of the same moment: envelopes that are held, and signatures received by petition. */
  envelopes: count,
  counts: Counts,
})

/** What `?from=` may name besides a stand's id. */
export const FROM_PHONES = 'phones'

export const OVERVIEW_ROUTES = {
  /**
   * `?petition=` and `?from=` (a stand's id, or the word `phones`) narrow the hours, and each narrows the other's list. With an ETag: asked again
   * while nothing changes, it costs a header.
   */
  received: route({
    method: 'GET',
    path: '/api/v1/console/campaigns/:campaign/received',
    who: 'coordinator',
    roles: EVERYONE,
    body: nothing,
    answer: Received,
  }),
} as const

export type Received = z.infer<typeof Received>
