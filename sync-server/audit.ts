import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AuditWord } from '../protocol/audit-words.ts'
import type { Route } from '../protocol/route.ts'
import { routeOf } from './serve.ts'
import { callerOf } from './sessions.ts'
import type { Store } from './store/store.ts'

// Who did what, for every route of the coordinators' room: by the word that the route's table gives it, after it succeeded and
// before anybody is answered. What cannot be written down is not answered.

interface Noted {
  count?: number
  about?: string
  /** Another word than the route's; null: an earlier entry told of it already. */
  what?: AuditWord | null
}

const noted = new WeakMap<FastifyRequest, Noted>()

/** What a handler adds to its entry: how many, or another name for what it was about than the path's ids, or another word. Never contents. */
export const note = (request: FastifyRequest, more: Noted): void =>
  void noted.set(request, { ...noted.get(request), ...more })

/** The word for a call of this route; null where nothing is written. One that changes something never passes in silence. */
export const auditWordOf = ({ method, audit }: Pick<Route, 'method' | 'audit'>): AuditWord | null =>
  audit ?? (method === 'GET' ? null : 'changed')

export function auditRoom(room: FastifyInstance, store: Store): void {
  // A page of items says itself how many; this runs before it becomes text.
  room.addHook('preSerialization', async (request, _, payload) => {
    const items = (payload as { items?: unknown } | null)?.items
    if (Array.isArray(items) && noted.get(request)?.count === undefined) note(request, { count: items.length })
    return payload
  })
  room.addHook('onSend', async (request, reply, payload) => {
    const { count = null, about, what = auditWordOf(routeOf(request)) } = noted.get(request) ?? {}
    if (what === null || reply.statusCode >= 300) return payload
    const { campaign = null, ...rest } = request.params as Record<string, string>
    const ids = about ?? Object.values(rest).join(' ')
    await store.audit({ who: callerOf(request).name, what, campaign, about: ids || null, count })
    return payload
  })
}
