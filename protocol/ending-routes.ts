import * as z from 'zod/mini'
import { KeyId, Slug, UtcTime } from './ids.ts'
import { LocalText } from './local-text.ts'
import { CalendarDate, Delivered, PetitionState } from './petition.ts'
import { ROLES } from './roles.ts'
import { nothing, route } from './route.ts'

// How a petition ends: delivered, won, closed; and how what was signed is destroyed, by two ticks a day apart (design §4, Retention).

const count = z.int().check(z.gte(0))
const Tick = z.object({ at: UtcTime, by: z.string() })

/** What was destroyed, and what no server can destroy. Given out as a file and on paper. */
export const Certificate = z.object({
  v: z.literal(1),
  campaign: Slug,
  name: LocalText,
  destroyedAt: UtcTime,
  ticks: z.tuple([Tick, Tick]),
  /** Envelopes that were held; copies and what was in quarantine went with them. */
  envelopes: count,
  /** Signatures received. The numbers stay. */
  petitions: z.array(z.object({ id: Slug, title: LocalText, signatures: count })),
  /** False: the rows are gone and overwritten, and the file could not be written anew (no room on the disk). */
  vacuumed: z.boolean(),
  notDestroyed: z.object({
    /** Whoever has the key file of one of these can open what is left elsewhere: in backups, in dumps, on devices. */
    keys: z.array(KeyId),
    /** Tablets, as they were last heard. Null: never heard, or of no stand. */
    devices: z.array(
      z.object({
        device: z.string(),
        stand: z.nullable(z.string()),
        tablet: z.nullable(z.int()),
        lastContact: z.nullable(UtcTime),
        waiting: z.nullable(count),
      }),
    ),
  }),
})

export const Ending = z.object({
  /** Of what everyone reads; whoever changes something names it. */
  newest: count,
  /** The server's clock. */
  now: UtcTime,
  closes: CalendarDate,
  destroyBy: CalendarDate,
  envelopes: count,
  /** Of those that are held: in no export that was confirmed. */
  unconfirmed: count,
  petitions: z.array(
    z.object({
      id: Slug,
      state: PetitionState,
      person: z.string(),
      title: LocalText,
      addressee: LocalText,
      signatures: count,
      delivered: z.nullable(Delivered),
    }),
  ),
  /** The first tick, and from when on the second is taken, if the server runs until then and its clock is left alone. */
  destruction: z.nullable(z.object({ first: Tick, readyAt: UtcTime, ready: z.boolean() })),
  certificate: z.nullable(Certificate),
})

const path = '/api/v1/console/campaigns/:campaign'
const admin = { who: 'coordinator', roles: ['admin'] } as const

export const ENDING_ROUTES = {
  ending: route({
    who: 'coordinator',
    roles: ROLES,
    method: 'GET',
    path: `${path}/ending`,
    body: nothing,
    answer: Ending,
  }),
  /**
   * Says what became of a petition, at once and for everyone. `delivered` has to say when and to whom. Refused: `unknown-petition`,
   * `newer-draft`, `not-publishable`.
   */
  mark: route({
    who: 'coordinator',
    roles: ['admin', 'editor'],
    method: 'POST',
    audit: 'petition-marked',
    path: `${path}/petitions/:petition/state`,
    body: z.strictObject({
      newest: count,
      state: z.enum(['open', 'closed', 'delivered', 'won']),
      delivered: z.nullable(Delivered),
      /** News that everyone reads on its page, first of all. */
      update: z.nullable(z.object({ date: CalendarDate, title: LocalText, text: LocalText })),
    }),
    answer: Ending,
  }),
  /** The first tick. Refused: `still-open`, `destroyed`. */
  tick: route({
    ...admin,
    audit: 'destruction-asked',
    method: 'POST',
    path: `${path}/destruction`,
    body: nothing,
    answer: Ending,
  }),
  /** The second: destroys. Refused: `too-early` (also without a first), `clock-jumped`. */
  destroy: route({
    ...admin,
    audit: 'campaign-destroyed',
    method: 'PUT',
    path: `${path}/destruction`,
    body: nothing,
    answer: Ending,
  }),
  /** Takes the first tick back. */
  cancel: route({
    ...admin,
    audit: 'destruction-taken-back',
    method: 'DELETE',
    path: `${path}/destruction`,
    body: nothing,
    answer: Ending,
  }),
} as const

export type Certificate = z.infer<typeof Certificate>
export type Ending = z.infer<typeof Ending>
