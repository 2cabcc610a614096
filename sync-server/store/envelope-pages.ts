import type { Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { EnvelopePage } from '../../protocol/console-routes.ts'
import { fromRow } from './envelope-row.ts'
import type { Tables } from './schema.ts'

// Pages continue after the last row's number, so what arrives or is withdrawn meanwhile neither repeats nor hides a row.

export async function readPage(
  db: Kysely<Tables>,
  campaign: string,
  after: string | null,
  size: number,
): Promise<z.infer<typeof EnvelopePage> | null> {
  const from = after === null ? 0 : fromCursor(after)
  if (from === null) return null
  const rows = await db
    .selectFrom('envelope')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('number', '>', from)
    .where('quarantined', '=', 0)
    .where('copy', '=', 0)
    .orderBy('number')
    .limit(size + 1)
    .execute()
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  return { items: page.map(fromRow), next: last ? toCursor(last.number) : null }
}

/** Opaque, so that nobody counts with it. */
const toCursor = (number: number): string => Buffer.from(`after ${number}`).toString('base64url')

function fromCursor(cursor: string): number | null {
  const number = /^after (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1]
  return number === undefined ? null : Number(number)
}
