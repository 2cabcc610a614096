import type { Transaction } from 'kysely'
import { inChunks } from './chunks.ts'
import type { Countable } from './received.ts'
import type { EnvelopeRow, Tables } from './schema.ts'
import { tally, tallyQuarantine } from './tally.ts'

/** Deletes what carries the tag and keeps the tombstones. False where the campaign does not exist. */
export async function withdraw(
  trx: Transaction<Tables>,
  campaign: string,
  withdrawTag: string,
  now: number,
): Promise<boolean> {
  const known = await trx.selectFrom('campaign').select('id').where('id', '=', campaign).executeTakeFirst()
  if (!known) return false
  await trx
    .insertInto('tombstone')
    .values({ campaign, withdraw_tag: withdrawTag, withdrawn_at: now })
    .onConflict((o) => o.doNothing())
    .execute()
  const gone = await trx
    .deleteFrom('envelope')
    .where('campaign', '=', campaign)
    .where('withdraw_tag', '=', withdrawTag)
    .returning((eb) => [
      'id',
      'kind',
      'petitions',
      'received_at',
      'device',
      'quarantined',
      'copy',
      eb.fn<number>('length', ['sealed']).as('bytes'),
    ])
    .execute()
  if (gone.length === 0) return true

  const counted = gone.filter((row) => !row.quarantined && !row.copy)
  await tally(trx, campaign, counted, -1)
  const quarantined = gone.filter((row) => row.quarantined).reduce((sum, row) => sum + row.bytes, 0)
  if (quarantined > 0) await tallyQuarantine(trx, campaign, -quarantined)

  const promoted = [
    ...(await promoteCopies(trx, campaign, idsOf(gone, 0), 0)),
    ...(await promoteCopies(trx, campaign, idsOf(gone, 1), 1)),
  ]
  await tally(
    trx,
    campaign,
    promoted.filter((row) => !row.quarantined),
    1,
  )
  const living = new Set(promoted.map((row) => row.id))
  const dead = counted.map((row) => row.id).filter((id) => !living.has(id))
  for (const ids of inChunks(dead)) {
    await trx
      .insertInto('withdrawn_envelope')
      .values(ids.map((id) => ({ campaign, id, withdrawn_at: now })))
      .onConflict((o) => o.doNothing())
      .execute()
  }
  return true
}

type Gone = Pick<EnvelopeRow, 'id' | 'quarantined' | 'copy'>

const idsOf = (gone: Gone[], quarantined: 0 | 1): string[] =>
  gone.filter((row) => row.quarantined === quarantined && !row.copy).map((row) => row.id)

/**
 * Other bytes under a withdrawn id may carry another tag: then they are another person's, who withdrew nothing, and take the
 * place of the first.
 */
async function promoteCopies(trx: Transaction<Tables>, campaign: string, ids: string[], quarantined: 0 | 1) {
  const promoted: (Countable & Pick<EnvelopeRow, 'id' | 'quarantined'>)[] = []
  for (const chunk of inChunks(ids)) {
    const rows = await trx
      .updateTable('envelope')
      .set({ copy: 0 })
      .where('campaign', '=', campaign)
      .where('id', 'in', chunk)
      .where('quarantined', '=', quarantined)
      .where('copy', '=', 1)
      .returning(['id', 'kind', 'petitions', 'received_at', 'device', 'quarantined'])
      .execute()
    promoted.push(...rows)
  }
  return promoted
}
