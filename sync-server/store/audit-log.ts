import type { Kysely, Transaction } from 'kysely'
import { newUuid, type RandomBytes } from '../../protocol/ids.ts'
import type { AuditEntry, AuditQuestion, AuditRecord, AuditStore } from './audit-store.ts'
import type { Tables } from './schema.ts'
import type { Writer } from './writer.ts'

// The audit log: rows that are only ever appended; triggers of the database refuse everything else (migration 0006).

interface AuditPorts {
  db: Kysely<Tables>
  writer: Writer
  now: () => number
  random: RandomBytes
}

export function auditVerbs({ db, writer, now, random }: AuditPorts): AuditStore {
  return {
    audit: (entry) => writer.write((trx) => append(trx, entry, now(), random)),
    auditPage: (question) => readPage(db, question),
    async auditPeople() {
      const rows = await db
        .selectFrom('audit')
        .select('who')
        .distinct()
        .where('who', 'is not', null)
        .orderBy('who')
        .execute()
      return rows.map((row) => row.who as string)
    },
  }
}

export async function append(
  trx: Transaction<Tables>,
  { who, what, campaign = null, about = null, count = null }: AuditEntry,
  now: number,
  random?: RandomBytes,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ entry: newUuid(random), at: now, who, what, campaign, about, count })
    .execute()
}

/** By moment and not by number: what a restore brings back has old moments and new numbers. */
async function readPage(
  db: Kysely<Tables>,
  { who, what, before, size }: AuditQuestion,
): Promise<{ entries: AuditRecord[]; next: string | null } | null> {
  const from = before === undefined ? null : fromCursor(before)
  if (before !== undefined && from === null) return null
  let query = db
    .selectFrom('audit')
    .select(['number', 'at', 'who', 'what', 'campaign', 'about', 'count'])
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(size + 1)
  if (who !== undefined) query = query.where('who', '=', who)
  if (what !== undefined) query = query.where('what', '=', what)
  if (from !== null) {
    const { at, number } = from
    query = query.where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('number', '<', number)])]))
  }
  const rows = await query.execute()
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  return {
    entries: page.map(({ number: _, ...entry }) => entry),
    next: last ? Buffer.from(`${last.at} ${last.number}`).toString('base64url') : null,
  }
}

function fromCursor(cursor: string): { at: number; number: number } | null {
  const [, at, number] = /^(\d{1,15}) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  return at === undefined || number === undefined ? null : { at: Number(at), number: Number(number) }
}
