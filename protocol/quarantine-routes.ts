import * as z from 'zod/mini'
import { UtcTime, Uuid } from './ids.ts'
import { CalendarDate } from './petition.ts'
import { nothing, route } from './route.ts'
import { PublicKey } from './sealing-key.ts'

// Quarantine in the console: what was taken and does not count until a coordinator decides (docs/abuse.md).

const count = z.int().check(z.gte(0))

/** unknown-device: nobody enrolled it, or it was revoked · the others: what a phone sent (sync-server/plausible.ts). */
export const HELD_REASONS = ['unknown-device', 'many-at-once', 'counts-disagree', 'flood'] as const
export const HeldReason = z.enum(HELD_REASONS)
export type HeldReason = z.infer<typeof HeldReason>

/** A device by its key; or what phones sent on one day (UTC), for one reason. */
export const HeldSender = z.union([
  z.strictObject({ device: Uuid, key: PublicKey }),
  z.strictObject({ day: CalendarDate, reason: HeldReason }),
])
export type HeldSender = z.infer<typeof HeldSender>

export const HeldGroup = z.object({
  sender: HeldSender,
  reason: HeldReason,
  /** Envelopes that wait, that were set aside, and that were released and count. */
  waiting: count,
  discarded: count,
  released: count,
  /** When the first and the last of them came. */
  since: UtcTime,
  until: UtcTime,
})
export type HeldGroup = z.infer<typeof HeldGroup>

/** `copies`: other bytes under an id that is held already; kept, and never counted. */
export const Quarantine = z.object({ groups: z.array(HeldGroup), copies: count })
export type Quarantine = z.infer<typeof Quarantine>

/** release: they count from now on · discard: set aside, sealed as they are · restore: what was set aside waits again · hold: what was released waits again */
export const HELD_ACTS = ['release', 'discard', 'restore', 'hold'] as const
export type HeldAct = (typeof HELD_ACTS)[number]

const PATH = '/api/v1/console/campaigns/:campaign/quarantine'

export const QUARANTINE_ROUTES = {
  /** The one that has waited longest comes first. Refused: `unknown-campaign`. */
  quarantine: route({
    method: 'GET',
    path: PATH,
    who: 'coordinator',
    roles: ['editor'],
    body: nothing,
    answer: Quarantine,
  }),
  /** Again changes nothing. `moved`: envelopes that it was done to. Refused: `unknown-campaign`, `destroyed`. */
  decide: route({
    method: 'POST',
    path: PATH,
    who: 'coordinator',
    roles: ['editor'],
    audit: 'quarantine-decided',
    body: z.strictObject({ sender: HeldSender, act: z.enum(HELD_ACTS) }),
    answer: z.object({ moved: count, quarantine: Quarantine }),
  }),
} as const
