import type { Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import { holds, rangesOf, union } from './seq-ranges.ts'
import { worded } from './worded.ts'

// Which sequence numbers have ever come, whatever became of their envelopes: one that was withdrawn or refused is no gap.

/** Holes that a stranger may make in its numbers before they are not followed any more. */
const STRANGERS_RANGES = 500

/** Adds numbers to those that have come; returns the ones that had come before. */
export async function markArrived(
  trx: Transaction<Tables>,
  sender: number,
  seqs: readonly number[],
  known: boolean,
): Promise<number[]> {
  const added = rangesOf(seqs)
  const [lowest, highest] = [added[0], added.at(-1)]
  if (!lowest || !highest) return []
  const { rows: touched } = await touchedBy(trx, { sender, from: lowest.first - 1, to: highest.last + 1 })
  const again = seqs.filter((seq) => holds(touched, seq))
  if (again.length === seqs.length) return again
  const joined = union([...touched, ...added])
  if (!known && joined.length > touched.length && (await rangesHeld(trx, sender)) >= STRANGERS_RANGES) return again
  const from = touched[0]
  if (from) {
    // Ranges are disjoint: between the first one touched and the last, all were touched.
    await remove(trx, { sender, from: from.first, to: highest.last + 1 })
  }
  for (const { first, last } of joined) await add(trx, { sender, first, last })
  return again
}

const touchedBy = worded<{ sender: number; from: number; to: number }>()((db, the) =>
  db
    .selectFrom('arrived')
    .select(['first', 'last'])
    .where('sender', '=', the('sender'))
    .where('last', '>=', the('from'))
    .where('first', '<=', the('to'))
    .orderBy('first'),
)

const remove = worded<{ sender: number; from: number; to: number }>()((db, the) =>
  db
    .deleteFrom('arrived')
    .where('sender', '=', the('sender'))
    .where('first', '>=', the('from'))
    .where('first', '<=', the('to')),
)

const add = worded<{ sender: number; first: number; last: number }>()((db, the) =>
  db.insertInto('arrived').values({ sender: the('sender'), first: the('first'), last: the('last') }),
)

async function rangesHeld(trx: Transaction<Tables>, sender: number): Promise<number> {
  const { held } = await trx
    .selectFrom('arrived')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('sender', '=', sender)
    .executeTakeFirstOrThrow()
  return held
}
