import type { Kysely, Selectable, Transaction } from 'kysely'
import { countQuarantine } from './quarantine.ts'
import type { Tables } from './schema.ts'
import type { Sender } from './sender.ts'
import { holes, type Range } from './seq-ranges.ts'
import type { DeviceRecord, LastContact } from './store.ts'
import { worded } from './worded.ts'

// Which devices are enrolled, and what is known of each that was heard.

export async function enrol(
  trx: Transaction<Tables>,
  { device, key }: Sender,
  now: number,
): Promise<'enrolled' | 'other-key' | 'revoked'> {
  await trx
    .insertInto('device')
    .values({ id: device, public_key: key, enrolled_at: now })
    .onConflict((o) => o.doNothing())
    .execute()
  const { public_key, revoked_at } = await trx
    .selectFrom('device')
    .select(['public_key', 'revoked_at'])
    .where('id', '=', device)
    .executeTakeFirstOrThrow()
  if (public_key !== key) return 'other-key'
  return revoked_at === null ? 'enrolled' : 'revoked'
}

export async function revoke(trx: Transaction<Tables>, device: string, now: number): Promise<boolean> {
  const revoked = await trx
    .updateTable('device')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('id', '=', device)
    .returning('id')
    .execute()
  return revoked.length > 0
}

/** Enrolled under this very key, and not revoked. */
export async function isTrusted(db: Kysely<Tables>, { device, key }: Sender): Promise<boolean> {
  const { rows } = await trusted(db, { device, key })
  return rows.length > 0
}

const trusted = worded<{ device: string; key: string }>()((db, the) =>
  db
    .selectFrom('device')
    .select('id')
    .where('id', '=', the('device'))
    .where('public_key', '=', the('key'))
    .where('revoked_at', 'is', null),
)

const keyOf = (device: string, key: string) => `${device} ${key}`

export async function listDevices(db: Kysely<Tables>): Promise<DeviceRecord[]> {
  const enrolled = await db.selectFrom('device').selectAll().execute()
  const senders = await db.selectFrom('sender').selectAll().orderBy('heard_at', 'desc').execute()
  const tallies = await db.selectFrom('device_tally').selectAll().execute()
  const accepted = new Map(tallies.map((it) => [keyOf(it.device, it.device_key), it.accepted]))
  const enrolment = new Map(enrolled.map((it) => [keyOf(it.id, it.public_key), it]))
  const arrived = await arrivedBySender(db)
  const quarantine = new Map((await countQuarantine(db)).map((it) => [keyOf(it.device, it.key), it.waiting]))

  const heard = senders.map((sender): DeviceRecord => {
    const { device, device_key: key, number, cloned_seq: clonedSeq } = sender
    const known = enrolment.get(keyOf(device, key))
    enrolment.delete(keyOf(device, key))
    const came = arrived.get(number) ?? []
    const end = Math.max(sender.last_seq, came.at(-1)?.last ?? 0)
    return {
      device,
      key,
      enrolledAt: known?.enrolled_at ?? null,
      revokedAt: known?.revoked_at ?? null,
      place: known ? placeOf(known) : null,
      accepted: accepted.get(keyOf(device, key)) ?? 0,
      quarantined: quarantine.get(keyOf(device, key)) ?? 0,
      contact: contactOf(sender),
      neverArrived: holes(came, end),
      clonedSeq,
    }
  })
  const silent = [...enrolment.values()].map(
    ({ id: device, public_key: key, enrolled_at, revoked_at, ...row }): DeviceRecord => ({
      device,
      key,
      enrolledAt: enrolled_at,
      revokedAt: revoked_at,
      place: placeOf(row),
      accepted: accepted.get(keyOf(device, key)) ?? 0,
      quarantined: quarantine.get(keyOf(device, key)) ?? 0,
      contact: null,
      neverArrived: [],
      clonedSeq: null,
    }),
  )
  return [...heard, ...silent]
}

const placeOf = ({ campaign, stand, tablet }: Pick<Selectable<Tables['device']>, 'campaign' | 'stand' | 'tablet'>) =>
  campaign !== null && stand !== null && tablet !== null ? { campaign, stand, tablet } : null

async function arrivedBySender(db: Kysely<Tables>): Promise<Map<number, Range[]>> {
  const rows = await db.selectFrom('arrived').selectAll().orderBy('sender').orderBy('first').execute()
  const ranges = new Map<number, Range[]>()
  for (const { sender, first, last } of rows) {
    const list = ranges.get(sender)
    if (list) list.push({ first, last })
    else ranges.set(sender, [{ first, last }])
  }
  return ranges
}

type Said = Record<'captured' | 'waiting' | 'refused' | 'withdrawn' | 'last_seq' | 'heard_at', number> & {
  carrier: string | null
}

const contactOf = ({ captured, waiting, refused, withdrawn, last_seq, heard_at, carrier }: Said): LastContact => ({
  captured,
  waiting,
  refused,
  withdrawn,
  lastSeq: last_seq,
  heardAt: heard_at,
  carrier,
})
