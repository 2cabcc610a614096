import type { FastifyInstance } from 'fastify'
import { HAND_OFF_ROUTES } from '../../protocol/hand-off-routes.ts'
import { note } from '../audit.ts'
import { serve } from '../serve.ts'

/** Hand-off files at the console, for the audit log; their batches come by the devices' route. */
export function handOffRoutes(room: FastifyInstance): void {
  serve(room, HAND_OFF_ROUTES.take, async ({ items, chain }, request) => {
    note(request, { count: items, about: chain })
    return undefined
  })
}
