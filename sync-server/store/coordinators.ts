import type { Kysely, Transaction } from 'kysely'
import { nameKey } from '../name-key.ts'
import type { Coordinator, CoordinatorRecord, Session } from './coordinator-record.ts'
import type { Tables } from './schema.ts'
import { forgetSetting, readSetting, writeSetting } from './settings.ts'

// Who may enter the console. Tokens and session ids stand here as SHA-256 only: whoever reads the database cannot log in.

const SETUP_TOKEN = 'setup-token'

const anyCoordinator = async (db: Kysely<Tables>): Promise<boolean> =>
  (await db.selectFrom('coordinator').select('key').limit(1).executeTakeFirst()) !== undefined

export async function offerSetup(trx: Transaction<Tables>, tokenHash: string): Promise<boolean> {
  if (await anyCoordinator(trx)) return false
  await writeSetting(trx, SETUP_TOKEN, tokenHash)
  return true
}

export async function setupOffered(db: Kysely<Tables>, tokenHash: string): Promise<boolean> {
  return (await readSetting(db, SETUP_TOKEN)) === tokenHash && !(await anyCoordinator(db))
}

export async function addFirstCoordinator(
  trx: Transaction<Tables>,
  tokenHash: string,
  { name, passwordHash }: CoordinatorRecord,
  now: number,
): Promise<boolean> {
  if (!(await setupOffered(trx, tokenHash))) return false
  await forgetSetting(trx, SETUP_TOKEN)
  await trx
    .insertInto('coordinator')
    .values({ key: nameKey(name), name, password_hash: passwordHash, added_at: now, role: 'admin', totp: null })
    .execute()
  return true
}

export async function readCoordinator(db: Kysely<Tables>, name: string): Promise<Coordinator | null> {
  const row = await db
    .selectFrom('coordinator')
    .select(['name', 'password_hash', 'role', 'totp'])
    .where('key', '=', nameKey(name))
    .executeTakeFirst()
  return row ? { name: row.name, passwordHash: row.password_hash, role: row.role, totp: row.totp } : null
}

interface NewSession {
  hash: string
  name: string
  expiresAt: number
  agent: string
}

export async function startSession(
  trx: Transaction<Tables>,
  { hash, name, expiresAt, agent }: NewSession,
  now: number,
): Promise<void> {
  await trx.deleteFrom('session').where('expires_at', '<=', now).execute()
  const times = { started_at: now, last_used_at: now, expires_at: expiresAt }
  await trx
    .insertInto('session')
    .values({ hash, coordinator: nameKey(name), ...times, agent })
    .execute()
}

export async function touchSession(trx: Transaction<Tables>, hash: string, now: number): Promise<void> {
  await trx.updateTable('session').set({ last_used_at: now }).where('hash', '=', hash).execute()
}

export async function readSession(db: Kysely<Tables>, hash: string, now: number): Promise<Session | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('coordinator', 'coordinator.key', 'session.coordinator')
    .select(['coordinator.name', 'coordinator.role', 'coordinator.totp', 'session.expires_at', 'session.last_used_at'])
    .where('session.hash', '=', hash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  const { name, role, totp, expires_at, last_used_at } = row
  return { hash, name, role, enrolled: totp !== null, expiresAt: expires_at, lastUsedAt: last_used_at }
}
