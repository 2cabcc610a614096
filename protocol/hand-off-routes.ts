import { HandOffTail } from './hand-off.ts'
import { EVERYONE } from './roles.ts'
import { nothing, route } from './route.ts'

// A hand-off file at the console. Its batches go the way of all batches (sending-routes.ts), each with its own verdicts.

export const HAND_OFF_ROUTES = {
  /**
   * Says, before the first batch is sent, that this coordinator takes in a whole file, which its tail names: the audit log keeps the
   * count of its envelopes and its chain (SHA-256, base64url). The same file again is told again.
   */
  take: route({
    method: 'POST',
    path: '/api/v1/console/hand-offs',
    who: 'coordinator',
    roles: EVERYONE,
    audit: 'hand-off-taken',
    body: HandOffTail,
    answer: nothing,
  }),
} as const
