import type { Kysely, SelectQueryBuilder } from 'kysely'
import type * as z from 'zod/mini'
import type { EnvelopePage } from '../../protocol/console-routes.ts'
import { fromRow } from './envelope-row.ts'
import { confirmedRunsOf } from './exports.ts'
import type { EnvelopeFilter } from './review-store.ts'
import type { Tables } from './schema.ts'

// Pages continue after the last row's number, so what arrives or is withdrawn meanwhile neither repeats nor hides a row.

type Page = z.infer<typeof EnvelopePage>
type Query<O> = SelectQueryBuilder<Tables, 'envelope', O>

/** Null where the cursor is not one. */
export async function readPage(
  db: Kysely<Tables>,
  campaign: string,
  after: string | null,
  size: number,
  filter: EnvelopeFilter | null = null,
): Promise<Page | null> {
  const from = after === null ? 0 : fromCursor(after)
  if (from === null) return null
  const passes = await passing(db, campaign, filter)
  const rows = await passes(db.selectFrom('envelope').selectAll())
    .where('number', '>', from)
    .orderBy('number')
    .limit(size + 1)
    .execute()
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  return { items: page.map(fromRow), next: last ? toCursor(last.number) : null }
}

export async function countEnvelopes(db: Kysely<Tables>, campaign: string, filter: EnvelopeFilter): Promise<number> {
  const passes = await passing(db, campaign, filter)
  const counted = await passes(
    db.selectFrom('envelope').select((eb) => eb.fn.countAll<number>().as('n')),
  ).executeTakeFirstOrThrow()
  return Number(counted.n)
}

/** Counted envelopes of a campaign, as far as a filter lets them through. */
async function passing(db: Kysely<Tables>, campaign: string, filter: EnvelopeFilter | null) {
  const runs = filter?.fresh ? await confirmedRunsOf(db, campaign, filter.petitions) : []
  return <O>(query: Query<O>): Query<O> => {
    let it = query.where('campaign', '=', campaign).where('quarantined', '=', 0).where('copy', '=', 0)
    if (!filter) return it
    const { petitions, from, to } = filter
    if (from !== null) it = it.where('received_at', '>=', from)
    if (to !== null) it = it.where('received_at', '<=', to)
    // A list in JSON holds an id between quotation marks, and no id holds one.
    if (petitions) it = it.where((eb) => eb.or(petitions.map((id) => eb('petitions', 'like', `%"${id}"%`))))
    if (runs.length === 0) return it
    return it.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('exported_envelope as held')
            .select('held.run')
            .whereRef('held.envelope', '=', 'envelope.id')
            .where('held.run', 'in', runs),
        ),
      ),
    )
  }
}

/** Opaque, so that nobody counts with it. */
const toCursor = (number: number): string => Buffer.from(`after ${number}`).toString('base64url')

function fromCursor(cursor: string): number | null {
  const number = /^after (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1]
  return number === undefined ? null : Number(number)
}
