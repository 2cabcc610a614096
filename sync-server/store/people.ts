import type { Kysely, Transaction } from 'kysely'
import type { Reason } from '../../protocol/reasons.ts'
import type { Role } from '../../protocol/roles.ts'
import { nameKey } from '../name-key.ts'
import type { Tables } from './schema.ts'
import { shortId } from './short-id.ts'
import type { PersonRecord, SecondFactor, TeamRecord } from './team-store.ts'

// Who coordinates, with what role, and what proves that it is them. `db` reads, `trx` writes.

interface Row {
  key: string
  name: string
  role: Role
}

const rows = (db: Kysely<Tables>) =>
  db.selectFrom('coordinator').select(['key', 'name', 'role', 'added_at', 'totp']).orderBy('key').execute()

/** The person of this id. There are a handful, so each is looked at. */
export async function personOf(db: Kysely<Tables>, id: string): Promise<Row | null> {
  return (await rows(db)).find((it) => shortId(it.key) === id) ?? null
}

export async function readPeople(db: Kysely<Tables>, now: number): Promise<PersonRecord[]> {
  const sessions = await db
    .selectFrom('session')
    .selectAll()
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .execute()
  const codes = await db.selectFrom('recovery_code').select('coordinator').where('used_at', 'is', null).execute()
  return (await rows(db)).map(({ key, name, role, added_at, totp }) => ({
    id: shortId(key),
    name,
    role,
    addedAt: added_at,
    secondFactor: totp !== null,
    recoveryLeft: codes.filter((it) => it.coordinator === key).length,
    sessions: sessions
      .filter((it) => it.coordinator === key)
      .map((it) => ({
        id: shortId(it.hash),
        startedAt: it.started_at,
        lastUsedAt: it.last_used_at,
        agent: it.agent,
      })),
  }))
}

/** Who left last, by the audit log, and the campaigns whose key was published before that. */
export async function readLeft(db: Kysely<Tables>): Promise<Pick<TeamRecord, 'left' | 'keysBefore'>> {
  const left = await db
    .selectFrom('audit')
    .select(['about', 'at'])
    .where('what', '=', 'coordinator-removed')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!left) return { left: null, keysBefore: [] }
  const newest = await db
    .selectFrom('sealing_key')
    .select((eb) => ['campaign', eb.fn.max('published_at').as('at')])
    .groupBy('campaign')
    .execute()
  const before = newest.filter((it) => it.at < left.at).map((it) => it.campaign)
  return { left: { name: left.about ?? '', at: left.at }, keysBefore: before.sort() }
}

async function mayGo(trx: Transaction<Tables>, person: Row | null): Promise<Reason | Row> {
  if (!person) return 'not-found'
  const admins = (await rows(trx)).filter((it) => it.role === 'admin')
  return person.role === 'admin' && admins.length === 1 ? 'last-admin' : person
}

export async function changeRole(trx: Transaction<Tables>, id: string, role: Role): Promise<Reason | { name: string }> {
  const person = await personOf(trx, id)
  const allowed = role === 'admin' ? (person ?? 'not-found') : await mayGo(trx, person)
  if (typeof allowed === 'string') return allowed
  await trx.updateTable('coordinator').set({ role }).where('key', '=', allowed.key).execute()
  return { name: allowed.name }
}

/** Sessions, recovery codes and links for them go by the foreign keys. */
export async function removePerson(trx: Transaction<Tables>, id: string): Promise<Reason | { name: string }> {
  const allowed = await mayGo(trx, await personOf(trx, id))
  if (typeof allowed === 'string') return allowed
  await trx.deleteFrom('coordinator').where('key', '=', allowed.key).execute()
  return { name: allowed.name }
}

export async function endOneSession(trx: Transaction<Tables>, id: string, of: string | null): Promise<boolean> {
  const sessions = await trx.selectFrom('session').select(['hash', 'coordinator']).execute()
  const session = sessions.find((it) => shortId(it.hash) === id)
  if (!session || (of !== null && session.coordinator !== nameKey(of))) return false
  await trx.deleteFrom('session').where('hash', '=', session.hash).execute()
  return true
}

export async function setPassword(
  trx: Transaction<Tables>,
  name: string,
  passwordHash: string,
  totp: string | null,
  keep: string,
): Promise<void> {
  const key = nameKey(name)
  await trx.updateTable('coordinator').set({ password_hash: passwordHash, totp }).where('key', '=', key).execute()
  await trx.deleteFrom('session').where('coordinator', '=', key).where('hash', '!=', keep).execute()
}

export async function setSecondFactor(
  trx: Transaction<Tables>,
  name: string,
  { totp, step, recoveryHashes }: SecondFactor,
): Promise<void> {
  const key = nameKey(name)
  await trx.updateTable('coordinator').set({ totp, totp_step: step }).where('key', '=', key).execute()
  await trx.deleteFrom('recovery_code').where('coordinator', '=', key).execute()
  const codes = recoveryHashes.map((hash) => ({ coordinator: key, hash, used_at: null }))
  await trx.insertInto('recovery_code').values(codes).execute()
}

export async function useStep(trx: Transaction<Tables>, name: string, step: number): Promise<boolean> {
  const used = await trx
    .updateTable('coordinator')
    .set({ totp_step: step })
    .where('key', '=', nameKey(name))
    .where('totp_step', '<', step)
    .returning('key')
    .execute()
  return used.length > 0
}

export async function useRecoveryCode(
  trx: Transaction<Tables>,
  name: string,
  hash: string,
  now: number,
): Promise<boolean> {
  const used = await trx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('coordinator', '=', nameKey(name))
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('hash')
    .execute()
  return used.length > 0
}
