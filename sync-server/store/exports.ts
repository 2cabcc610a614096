import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ExportFilter } from '../../protocol/review-routes.ts'
import { inChunks } from './chunks.ts'
import type { ExportRecord, WithdrawnRecord } from './review-store.ts'
import type { Tables } from './schema.ts'

// Export runs: who took out which envelopes, when, and whether the files are known to be safe.

type Row = Selectable<Tables['export_run']>

const recordOf = (row: Row): ExportRecord => ({
  run: row.run,
  filter: JSON.parse(row.filter) as ExportFilter,
  envelopes: row.envelopes,
  recorded: row.recorded,
  by: row.made_by,
  at: row.made_at,
  confirmedAt: row.confirmed_at,
  confirmedBy: row.confirmed_by,
})

export async function readExports(db: Kysely<Tables>, campaign: string): Promise<ExportRecord[]> {
  const rows = await db
    .selectFrom('export_run')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(recordOf)
}

const find = (db: Kysely<Tables>, campaign: string, run: string): Promise<Row | undefined> =>
  db.selectFrom('export_run').selectAll().where('campaign', '=', campaign).where('run', '=', run).executeTakeFirst()

export async function beginExport(
  trx: Transaction<Tables>,
  campaign: string,
  { run, filter, envelopes, by }: Pick<ExportRecord, 'run' | 'filter' | 'envelopes' | 'by'>,
  now: number,
): Promise<'wrong-export' | ExportRecord> {
  const text = JSON.stringify(filter)
  const known = await find(trx, campaign, run)
  if (known) return known.filter === text && known.envelopes === envelopes ? recordOf(known) : 'wrong-export'
  const row = await trx
    .insertInto('export_run')
    .values({ campaign, run, filter: text, envelopes, made_by: by, made_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return recordOf(row)
}

export async function recordExport(
  trx: Transaction<Tables>,
  campaign: string,
  run: string,
  ids: string[],
): Promise<'unknown-record' | 'wrong-export' | ExportRecord> {
  const known = await find(trx, campaign, run)
  if (!known) return 'unknown-record'
  const fresh = await notYetIn(trx, known.number, [...new Set(ids)])
  const recorded = known.recorded + fresh.length
  if (recorded > known.envelopes) return 'wrong-export'
  for (const chunk of inChunks(fresh)) {
    const rows = chunk.map((envelope) => ({ envelope, run: known.number }))
    await trx.insertInto('exported_envelope').values(rows).execute()
  }
  await trx.updateTable('export_run').set({ recorded }).where('number', '=', known.number).execute()
  return recordOf({ ...known, recorded })
}

async function notYetIn(trx: Transaction<Tables>, run: number, ids: string[]): Promise<string[]> {
  const there = new Set<string>()
  for (const chunk of inChunks(ids)) {
    const rows = await trx
      .selectFrom('exported_envelope')
      .select('envelope')
      .where('run', '=', run)
      .where('envelope', 'in', chunk)
      .execute()
    for (const { envelope } of rows) there.add(envelope)
  }
  return ids.filter((id) => !there.has(id))
}

export async function confirmExport(
  trx: Transaction<Tables>,
  campaign: string,
  run: string,
  by: string,
  confirmed: boolean,
  now: number,
): Promise<'unknown-record' | 'wrong-export' | ExportRecord> {
  const known = await find(trx, campaign, run)
  if (!known) return 'unknown-record'
  if (confirmed && known.recorded !== known.envelopes) return 'wrong-export'
  if (confirmed && known.confirmed_at !== null) return recordOf(known)
  const change = confirmed ? { confirmed_at: now, confirmed_by: by } : { confirmed_at: null, confirmed_by: null }
  await trx.updateTable('export_run').set(change).where('number', '=', known.number).execute()
  return recordOf({ ...known, ...change })
}

export async function withdrawnSinceExport(db: Kysely<Tables>, campaign: string): Promise<WithdrawnRecord> {
  const last = await db
    .selectFrom('export_run')
    .select(['number', 'made_at'])
    .where('campaign', '=', campaign)
    .where('confirmed_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return { since: null, envelopes: [] }
  const rows = await db
    .selectFrom('withdrawn_envelope as gone')
    .innerJoin('exported_envelope as held', 'held.envelope', 'gone.id')
    .innerJoin('export_run as run', 'run.number', 'held.run')
    .select('gone.id')
    .distinct()
    .where('gone.campaign', '=', campaign)
    .where('run.campaign', '=', campaign)
    .where('run.confirmed_at', 'is not', null)
    // What the last run holds may have gone while it was being opened, before the run began.
    .where((eb) => eb.or([eb('run.number', '=', last.number), eb('gone.withdrawn_at', '>=', last.made_at)]))
    .orderBy('gone.id')
    .execute()
  return { since: last.made_at, envelopes: rows.map(({ id }) => id) }
}

/** Numbers of confirmed runs that held whatever these petitions had (null: all of them), at any time and of any channel. */
export async function confirmedRunsOf(
  db: Kysely<Tables>,
  campaign: string,
  petitions: readonly string[] | null,
): Promise<number[]> {
  const rows = await db
    .selectFrom('export_run')
    .select(['number', 'filter'])
    .where('campaign', '=', campaign)
    .where('confirmed_at', 'is not', null)
    .execute()
  return rows.flatMap(({ number, filter }) => {
    const of = (JSON.parse(filter) as ExportFilter).petitions
    return of === null || petitions?.every((it) => of.includes(it)) ? number : []
  })
}
