import type { Kysely, Transaction } from 'kysely'
import { newUuid, type RandomBytes } from '../../protocol/ids.ts'
import type { Tables } from './schema.ts'

type SettingName = 'epoch' | 'samples-added' | 'setup-token'

export async function readSetting(db: Kysely<Tables>, name: SettingName): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export async function writeSetting(trx: Transaction<Tables>, name: SettingName, value: string): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((o) => o.column('name').doUpdateSet({ value }))
    .execute()
}

export async function forgetSetting(trx: Transaction<Tables>, name: SettingName): Promise<void> {
  await trx.deleteFrom('setting').where('name', '=', name).execute()
}

/** The store's epoch, made at its first start. */
export async function settleEpoch(trx: Transaction<Tables>, random: RandomBytes): Promise<string> {
  const known = await readSetting(trx, 'epoch')
  if (known) return known
  const epoch = newUuid(random)
  await writeSetting(trx, 'epoch', epoch)
  return epoch
}
