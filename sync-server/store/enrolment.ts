import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Reason } from '../../protocol/reasons.ts'
import { append } from './audit-log.ts'
import { releaseQuarantine } from './quarantine.ts'
import type { Tables } from './schema.ts'
import type { Sender } from './sender.ts'
import { useCode } from './stand-codes.ts'
import type { StandingRecord } from './stand-store.ts'
import { readStand, standOf } from './stands.ts'

// Which tablet belongs to which stand, and under which number.

type Device = Selectable<Tables['device']>

const readDevice = (db: Kysely<Tables>, id: string): Promise<Device | undefined> =>
  db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst()

export async function enrolByCode(
  trx: Transaction<Tables>,
  code: string,
  { device, key }: Sender,
  now: number,
): Promise<Reason | StandingRecord> {
  const known = await readDevice(trx, device)
  if (known && known.public_key !== key) return 'wrong-signature'
  if (known && known.revoked_at !== null) return 'revoked-device'
  // Asked again, because the first answer was lost: nothing is used up, and the number stays.
  if (known?.code === code) return readStanding(trx, { device, key })
  const place = await useCode(trx, code, now)
  if (typeof place === 'string') return place
  await putAt(trx, { device, key }, { ...place, code }, now)
  const what = 'device-enrolled'
  await append(trx, { who: null, what, campaign: place.campaign, about: `${place.stand} ${device}` }, now)
  // It may have sent before, as a stranger: a restored server had forgotten it.
  await releaseQuarantine(trx, { device, key })
  return readStanding(trx, { device, key })
}

export async function trustAt(
  trx: Transaction<Tables>,
  campaign: string,
  stand: string,
  sender: Sender,
  now: number,
): Promise<Reason | { released: number }> {
  if (!(await readStand(trx, campaign, stand, now))) return 'unknown-stand'
  const heard = await trx
    .selectFrom('sender')
    .select('number')
    .where('device', '=', sender.device)
    .where('device_key', '=', sender.key)
    .executeTakeFirst()
  const known = await readDevice(trx, sender.device)
  if (!heard || (known && known.public_key !== sender.key)) return 'unknown-stand'
  if (known && known.revoked_at !== null) return 'revoked-device'
  // Asked again, because the first answer was lost.
  if (known?.campaign !== campaign || known.stand !== stand)
    await putAt(trx, sender, { campaign, stand, code: null }, now)
  return { released: await releaseQuarantine(trx, sender) }
}

/** The stand of a device that is enrolled under this key. */
export async function readStanding(db: Kysely<Tables>, { device, key }: Sender): Promise<Reason | StandingRecord> {
  const row = await readDevice(db, device)
  if (row?.public_key !== key || !row.stand || row.tablet === null) return 'unknown-stand'
  if (row.revoked_at !== null) return 'revoked-device'
  const found = await db
    .selectFrom('stand')
    .innerJoin('campaign', 'campaign.id', 'stand.campaign')
    .selectAll('stand')
    .select('campaign.root')
    .where('stand.campaign', '=', row.campaign)
    .where('stand.id', '=', row.stand)
    .executeTakeFirst()
  // Stands are made where there is a root, and a root stays.
  if (!found || found.root === null) return 'unknown-stand'
  return { stand: standOf(found), tablet: row.tablet, root: found.root }
}

interface PlaceAt {
  campaign: string
  stand: string
  code: string | null
}

/** The stand's next number; those of revoked tablets are not given again. */
async function putAt(trx: Transaction<Tables>, { device, key }: Sender, place: PlaceAt, now: number): Promise<void> {
  const { last } = await trx
    .selectFrom('device')
    .select((eb) => eb.fn.coalesce(eb.fn.max('tablet'), eb.lit(0)).as('last'))
    .where('campaign', '=', place.campaign)
    .where('stand', '=', place.stand)
    .executeTakeFirstOrThrow()
  const standing = { ...place, tablet: last + 1 }
  await trx
    .insertInto('device')
    .values({ id: device, public_key: key, enrolled_at: now, ...standing })
    .onConflict((o) => o.column('id').doUpdateSet(standing))
    .execute()
}
