import * as z from 'zod/mini'
import type { AuditWord } from './audit-words.ts'
import { isReason, type Reason } from './reasons.ts'
import type { Role } from './roles.ts'

// What a route of the API is. The tables stand in routes.ts and console-routes.ts; client and server both read them.

/**
 * `who` is the circle that may call it; `roles`: which coordinators besides admins, none where it is missing. `audit` is the word by
 * which the audit log tells of each call that succeeded: for every route of coordinators that changes something or hands out
 * sealed pages. Tests fail for a coordinators' route without roles, and for a changing one without a word.
 */
export interface Route<Body extends z.ZodMiniType = z.ZodMiniType, Answer extends z.ZodMiniType = z.ZodMiniType> {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** `:name` stands for one path segment. */
  path: string
  who: 'anyone' | 'coordinator'
  roles?: readonly Role[]
  audit?: AuditWord
  /** Open also to a coordinator who still has to enrol a second factor. */
  beforeEnrolling?: true
  body: Body
  answer: Answer
}

export type BodyOf<R extends Route> = z.input<R['body']>
export type AnswerOf<R extends Route> = z.output<R['answer']>

/** The same route, with the types of its schemas. */
export const route = <B extends z.ZodMiniType, A extends z.ZodMiniType>(it: Route<B, A>): Route<B, A> => it

/** For routes that take no body, or answer without one. */
export const nothing = z.optional(z.undefined())

/** The body of every answer that is not 2xx. `challenge` comes with `proof-needed` (proof.ts). */
export const Refused = z.object({ reason: z.custom<Reason>(isReason), challenge: z.optional(z.unknown()) })

/** The route's address with its parameters filled in. */
export function pathOf({ path }: Route, parameters: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(parameters[key] ?? ''))
}
