import * as z from 'zod/mini'
import type { Reason } from '../protocol/reasons.ts'

interface Circumstances extends ErrorOptions {
  retryAfterSeconds?: number
  /** What the answer holds beside the word. */
  also?: Record<string, unknown>
}

/** A refusal with its word: thrown anywhere, worded and sent by errors.ts. */
export class Refusal extends Error {
  readonly retryAfterSeconds: number | null
  readonly also: Record<string, unknown>

  constructor(
    readonly reason: Reason,
    circumstances: Circumstances = {},
  ) {
    super(reason, circumstances)
    this.name = 'Refusal'
    this.retryAfterSeconds = circumstances.retryAfterSeconds ?? null
    this.also = circumstances.also ?? {}
  }
}

/** What came through the door, parsed; `reason` is thrown where it has another shape. */
export function parseOr<S extends z.ZodMiniType>(schema: S, value: unknown, reason: Reason): z.output<S> {
  const parsed = z.safeParse(schema, value)
  if (!parsed.success) throw new Refusal(reason)
  return parsed.data
}

/** The answer of a verb; its refusal is thrown. `done` is the word by which a verb without an answer says that all went well. */
export function orRefuse<T extends object>(answer: Reason | T): T
export function orRefuse<Done extends string>(answer: Reason | Done, done: Done): void
export function orRefuse<T extends object>(answer: Reason | T | string, done?: string): T | undefined {
  if (answer === done) return undefined
  if (typeof answer === 'string') throw new Refusal(answer as Reason)
  return answer
}
