import type { ExpressionBuilder, Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { EnvelopePage } from '../../protocol/console-routes.ts'
import { fromRow } from './envelope-row.ts'
import { confirmedRunsOf } from './exports.ts'
import type { EnvelopeFilter } from './review-store.ts'
import type { Tables } from './schema.ts'

// Pages continue after the last row's number, so what arrives or is withdrawn meanwhile neither repeats nor hides a row.

type Page = z.infer<typeof EnvelopePage>
type Envelopes = ExpressionBuilder<Tables, 'envelope'>

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
  const { comes, chosen } = await choosing(db, campaign, filter)
  const rows = await db
    .selectFrom('envelope')
    .selectAll()
    .select((eb) => chosen(eb).as('chosen'))
    .where(comes)
    .where('number', '>', from)
    .orderBy('number')
    .limit(size + 1)
    .execute()
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  return {
    items: page.map((row) => ({ ...fromRow(row), ...(row.chosen ? {} : { aside: true as const }) })),
    next: last ? toCursor(last.number) : null,
  }
}

export async function countEnvelopes(
  db: Kysely<Tables>,
  campaign: string,
  filter: EnvelopeFilter,
): Promise<{ count: number; aside: number }> {
  const { comes, chosen } = await choosing(db, campaign, filter)
  const all = db
    .selectFrom('envelope')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(comes)
  const [{ n: count }, { n: whole }] = await Promise.all([
    all.where(chosen).executeTakeFirstOrThrow(),
    all.executeTakeFirstOrThrow(),
  ])
  return { count: Number(count), aside: Number(whole) - Number(count) }
}

/** Counted envelopes of a campaign: which of them come, and which of those a filter chooses. */
async function choosing(db: Kysely<Tables>, campaign: string, filter: EnvelopeFilter | null) {
  const { petitions = null, from = null, to = null, fresh = false } = filter ?? {}
  const runs = fresh ? await confirmedRunsOf(db, campaign, petitions) : []
  return {
    comes: (eb: Envelopes) =>
      eb.and([
        eb('campaign', '=', campaign),
        eb('quarantined', '=', 0),
        eb('copy', '=', 0),
        // A list in JSON holds an id between quotation marks, and no id holds one.
        ...(petitions ? [eb.or(petitions.map((id) => eb('petitions', 'like', `%"${id}"%`)))] : []),
      ]),
    chosen: (eb: Envelopes) =>
      eb.and([
        ...(from === null ? [] : [eb('received_at', '>=', from)]),
        ...(to === null ? [] : [eb('received_at', '<=', to)]),
        ...(runs.length === 0 ? [] : [eb.not(eb.exists(heldBy(eb, runs)))]),
      ]),
  }
}

const heldBy = (eb: Envelopes, runs: readonly number[]) =>
  eb
    .selectFrom('exported_envelope as held')
    .select('held.run')
    .whereRef('held.envelope', '=', 'envelope.id')
    .where('held.run', 'in', runs)

/** Opaque, so that nobody counts with it. */
const toCursor = (number: number): string => Buffer.from(`after ${number}`).toString('base64url')

function fromCursor(cursor: string): number | null {
  const number = /^after (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1]
  return number === undefined ? null : Number(number)
}
