import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * backup-of: stands in backups only, the moment of the backup · opening, opening-before: see opening.ts · proof-secret: signs the
 * challenges of proofs of work.
 */
type SettingName =
  | 'epoch'
  | 'samples-added'
  | 'setup-token'
  | 'backup-of'
  | 'opening'
  | 'opening-before'
  | 'proof-secret'
  | 'second-factor'

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
