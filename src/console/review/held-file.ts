import type { Found } from './room.ts'

/** What is saved for a person who asks: everything of this act, and not which batch brought it, which no file beside a name says. */
export function heldFile({ act: { head, receivedAt, late, body }, signatures, verdict }: Found): string {
  return `${JSON.stringify({ act: { head, receivedAt, late, body }, signatures, verdict }, null, 2)}\n`
}
