import type { Kysely, Transaction } from 'kysely'
import type { Reason } from '../../protocol/reasons.ts'
import { nameKey } from '../name-key.ts'
import type { Coordinator, CoordinatorRecord } from './coordinator-record.ts'
import { addFirstCoordinator, setupOffered } from './coordinators.ts'
import { personOf } from './people.ts'
import type { Tables } from './schema.ts'
import { shortId } from './short-id.ts'
import type { InvitationRecord, NewInvitation, Offer } from './team-store.ts'

// Links by which somebody gets in, known by the hash of their token. Each works once, and not for ever.

const open = (db: Kysely<Tables>, now: number) =>
  db
    .selectFrom('invitation')
    .leftJoin('coordinator', 'coordinator.key', 'invitation.coordinator')
    .select([
      'invitation.hash',
      'invitation.role',
      'invitation.coordinator',
      'invitation.made_by',
      'invitation.made_at',
      'invitation.expires_at',
      'coordinator.name',
      'coordinator.role as own_role',
    ])
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)

export async function readOffer(db: Kysely<Tables>, hash: string, now: number): Promise<Offer | null> {
  if (await setupOffered(db, hash)) return { kind: 'first', role: 'admin' }
  const row = await open(db, now).where('hash', '=', hash).executeTakeFirst()
  if (!row) return null
  return row.name === null
    ? { kind: 'new', role: row.role }
    : { kind: 'again', role: row.own_role ?? row.role, name: row.name }
}

export async function openInvitations(db: Kysely<Tables>, now: number): Promise<InvitationRecord[]> {
  const rows = await open(db, now).orderBy('made_at', 'desc').execute()
  return rows.map(({ hash, role, own_role, name, made_by, made_at, expires_at }) => ({
    id: shortId(hash),
    role: own_role ?? role,
    name,
    madeBy: made_by,
    madeAt: made_at,
    expiresAt: expires_at,
  }))
}

/** A colleague has one link at most: a newer one takes the place of the one before. */
export async function invite(
  trx: Transaction<Tables>,
  { tokenHash, role, person, madeBy, expiresAt }: NewInvitation,
  now: number,
): Promise<Reason | InvitationRecord> {
  const again = person === null ? null : await personOf(trx, person)
  if (person !== null && !again) return 'not-found'
  if (again) await withdraw(trx, now, (it) => it.coordinator === again.key)
  const row = { hash: tokenHash, role: again?.role ?? role, coordinator: again?.key ?? null, made_by: madeBy }
  await trx
    .insertInto('invitation')
    .values({ ...row, made_at: now, expires_at: expiresAt, used_at: null, withdrawn_at: null })
    .execute()
  const made = { id: shortId(tokenHash), role: row.role, name: again?.name ?? null }
  return { ...made, madeBy, madeAt: now, expiresAt }
}

/** True where a link that worked does so no more. */
export async function withdraw(
  trx: Transaction<Tables>,
  now: number,
  which: (link: { hash: string; coordinator: string | null }) => boolean,
): Promise<boolean> {
  const hashes = (await open(trx, now).execute()).filter(which).map((it) => it.hash)
  if (hashes.length === 0) return false
  await trx.updateTable('invitation').set({ withdrawn_at: now }).where('hash', 'in', hashes).execute()
  return true
}

export async function accept(
  trx: Transaction<Tables>,
  hash: string,
  coordinator: CoordinatorRecord,
  now: number,
): Promise<Reason | Coordinator> {
  if (await addFirstCoordinator(trx, hash, coordinator, now)) return { ...coordinator, role: 'admin', totp: null }
  const row = await open(trx, now).where('hash', '=', hash).executeTakeFirst()
  if (!row) return 'used-link'
  const { passwordHash } = coordinator
  if (row.coordinator !== null && row.name !== null) {
    await letInAgain(trx, row.coordinator, passwordHash)
    await use(trx, hash, now)
    return { name: row.name, passwordHash, role: row.own_role ?? row.role, totp: null }
  }
  const key = nameKey(coordinator.name)
  const taken = await trx.selectFrom('coordinator').select('key').where('key', '=', key).executeTakeFirst()
  if (taken) return 'name-taken'
  await use(trx, hash, now)
  await trx
    .insertInto('coordinator')
    .values({ key, name: coordinator.name, password_hash: passwordHash, added_at: now, role: row.role, totp: null })
    .execute()
  return { ...coordinator, role: row.role, totp: null }
}

const use = (trx: Transaction<Tables>, hash: string, now: number) =>
  trx.updateTable('invitation').set({ used_at: now }).where('hash', '=', hash).execute()

/** Whoever lost password or phone may have lost them to somebody: nothing of before works any more. */
async function letInAgain(trx: Transaction<Tables>, key: string, passwordHash: string): Promise<void> {
  await trx.updateTable('coordinator').set({ password_hash: passwordHash, totp: null }).where('key', '=', key).execute()
  await trx.deleteFrom('recovery_code').where('coordinator', '=', key).execute()
  await trx.deleteFrom('session').where('coordinator', '=', key).execute()
}
