import type { Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { Sender } from './sender.ts'
import type { Arrival } from './store.ts'

/**
 * Flags a sender where a number came with two different envelopes: its disk was copied, and two tablets are at work. `stored`
 * is new here; `again` are the numbers that had come before this batch. Only what is still held can be compared.
 */
export async function flagClone(
  trx: Transaction<Tables>,
  sender: number,
  { device, key }: Sender,
  stored: readonly Arrival[],
  again: readonly number[],
): Promise<void> {
  const before = new Set(again)
  const seen = new Set<number>()
  const suspect: number[] = []
  for (const { seq } of stored) {
    if (seq === null) continue
    if (before.has(seq) || seen.has(seq)) suspect.push(seq)
    seen.add(seq)
  }
  // As good as always: nothing came twice.
  if (suspect.length === 0) return
  const twice = await trx
    .selectFrom('envelope')
    .select('seq')
    .where('device', '=', device)
    .where('device_key', '=', key)
    .where('seq', 'in', suspect)
    .groupBy('seq')
    .having((eb) => eb(eb.fn.count('id').distinct(), '>', 1))
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (twice) await trx.updateTable('sender').set({ cloned_seq: twice.seq }).where('number', '=', sender).execute()
}
