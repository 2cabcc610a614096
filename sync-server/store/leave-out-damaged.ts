import type { Transaction } from 'kysely'
import { inChunks } from './chunks.ts'
import { fromRow, hashOf, petitionsOf } from './envelope-row.ts'
import { countReceivedAnew } from './received.ts'
import type { EnvelopeRow, Tables } from './schema.ts'

// A disk or a copy may have changed a sealed envelope without harm to the database around it. Nobody could ever open it, and while
// its row stands here its device is told that it is safe. Without the row the device sends it again.

/** Rows that are read at once. */
const AT_ONCE = 500

interface Sum {
  envelopes: number
  quarantinedBytes: number
  signatures: Map<string, number>
}

/** Deletes the envelopes whose bytes are not those that came, and counts their campaigns anew. Returns how many there were. */
export async function leaveOutDamaged(trx: Transaction<Tables>): Promise<number> {
  const damaged: Pick<EnvelopeRow, 'number' | 'campaign'>[] = []
  const sums = new Map<string, Sum>()
  for await (const row of everyRow(trx)) {
    if (!isWhole(row)) damaged.push(row)
    else add(sums, row)
  }
  for (const numbers of inChunks(damaged.map((row) => row.number)))
    await trx.deleteFrom('envelope').where('number', 'in', numbers).execute()
  for (const campaign of new Set(damaged.map((row) => row.campaign))) await countAnew(trx, campaign, sums.get(campaign))
  return damaged.length
}

async function* everyRow(trx: Transaction<Tables>): AsyncGenerator<EnvelopeRow> {
  for (let last = 0; ; ) {
    const rows = await trx
      .selectFrom('envelope')
      .selectAll()
      .where('number', '>', last)
      .orderBy('number')
      .limit(AT_ONCE)
      .execute()
    yield* rows
    if (rows.length < AT_ONCE) return
    last = rows[rows.length - 1]?.number ?? last
  }
}

function isWhole(row: EnvelopeRow): boolean {
  try {
    return hashOf(fromRow(row).envelope) === row.hash
  } catch {
    // Its list of petitions is no JSON any more.
    return false
  }
}

function add(sums: Map<string, Sum>, row: EnvelopeRow): void {
  const sum = sums.get(row.campaign) ?? { envelopes: 0, quarantinedBytes: 0, signatures: new Map() }
  sums.set(row.campaign, sum)
  if (row.quarantined) sum.quarantinedBytes += row.sealed.length
  else if (!row.copy) {
    sum.envelopes += 1
    if (row.kind !== 'signature') return
    for (const petition of petitionsOf(row)) sum.signatures.set(petition, (sum.signatures.get(petition) ?? 0) + 1)
  }
}

async function countAnew(trx: Transaction<Tables>, campaign: string, sum: Sum | undefined): Promise<void> {
  await trx
    .updateTable('campaign')
    .set({ envelopes: sum?.envelopes ?? 0, quarantined_bytes: sum?.quarantinedBytes ?? 0 })
    .where('id', '=', campaign)
    .execute()
  await trx.deleteFrom('petition_count').where('campaign', '=', campaign).execute()
  for (const [petition, signatures] of sum?.signatures ?? [])
    await trx.insertInto('petition_count').values({ campaign, petition, signatures }).execute()
  await countReceivedAnew(trx, campaign)
}
