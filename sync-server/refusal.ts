import * as z from 'zod/mini'
import type { Reason } from '../protocol/reasons.ts'

interface Circumstances extends ErrorOptions {
  retryAfterSeconds?: number
}

/** A refusal with its word: thrown anywhere, worded and sent by errors.ts. */
export class Refusal extends Error {
  readonly retryAfterSeconds: number | null

  constructor(
    readonly reason: Reason,
    circumstances: Circumstances = {},
  ) {
    super(reason, circumstances)
    this.name = 'Refusal'
    this.retryAfterSeconds = circumstances.retryAfterSeconds ?? null
  }
}

/** What came through the door, parsed; `reason` is thrown where it has another shape. */
export function parseOr<S extends z.ZodMiniType>(schema: S, value: unknown, reason: Reason): z.output<S> {
  const parsed = z.safeParse(schema, value)
  if (!parsed.success) throw new Refusal(reason)
  return parsed.data
}
