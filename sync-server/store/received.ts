import type { Kysely } from 'kysely'
import type { Received } from '../../protocol/overview-routes.ts'
import { petitionsOf } from './envelope-row.ts'
import type { EnvelopeRow, Tables } from './schema.ts'
import type { ReceivedFilter } from './store.ts'
import { worded } from './worded.ts'

// Signatures by hour, device and petition: what the overview draws, kept in the transaction of what they count, because grouping
// a hundred thousand sealed rows at each look would take seconds. Phones share the empty device.

const HOUR_MS = 60 * 60 * 1000

export type Countable = Pick<EnvelopeRow, 'kind' | 'petitions' | 'received_at'> & { device?: string | null | undefined }

type Cell = Pick<Tables['received'], 'hour' | 'device' | 'petition' | 'signatures'>

/** The cells that these rows fill, each once. */
export function cellsOf(rows: readonly Countable[]): Cell[] {
  // A batch nearly always has the same petitions in one hour from one device: their list is read once for all of them.
  const alike = new Map<string, { row: Countable; hour: number; times: number }>()
  for (const row of rows) {
    if (row.kind !== 'signature') continue
    const hour = Math.floor(row.received_at / HOUR_MS)
    const key = `${hour} ${row.device ?? ''} ${row.petitions}`
    const known = alike.get(key)
    if (known) known.times += 1
    else alike.set(key, { row, hour, times: 1 })
  }
  const cells = new Map<string, Cell>()
  for (const { row, hour, times } of alike.values()) {
    const device = row.device ?? ''
    for (const petition of petitionsOf(row)) {
      const key = `${hour} ${device} ${petition}`
      const cell = cells.get(key) ?? { hour, device, petition, signatures: 0 }
      cell.signatures += times
      cells.set(key, cell)
    }
  }
  return [...cells.values()]
}

/** Adds (`by` 1) or takes away (`by` -1) what these rows count. */
export async function addReceived(
  trx: Kysely<Tables>,
  campaign: string,
  cells: readonly Cell[],
  by: 1 | -1,
): Promise<void> {
  for (const cell of cells) await addCell(trx, { campaign, ...cell, signatures: by * cell.signatures })
}

const addCell = worded<Cell & { campaign: string }>()((db, the) =>
  db
    .insertInto('received')
    .values({
      campaign: the('campaign'),
      hour: the('hour'),
      device: the('device'),
      petition: the('petition'),
      signatures: the('signatures'),
    })
    .onConflict((o) =>
      o
        .columns(['campaign', 'hour', 'device', 'petition'])
        .doUpdateSet((eb) => ({ signatures: eb('received.signatures', '+', eb.ref('excluded.signatures')) })),
    ),
)

/** Rows that are read at once. */
const ROWS_AT_ONCE = 2000

/** Counts a campaign's envelopes from the rows themselves. */
export async function countReceivedAnew(db: Kysely<Tables>, campaign: string): Promise<void> {
  await db.deleteFrom('received').where('campaign', '=', campaign).execute()
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('envelope')
      .select(['number', 'kind', 'petitions', 'received_at', 'device'])
      .where('campaign', '=', campaign)
      .where('number', '>', last)
      .where('quarantined', '=', 0)
      .where('copy', '=', 0)
      .orderBy('number')
      .limit(ROWS_AT_ONCE)
      .execute()
    await addReceived(db, campaign, cellsOf(rows), 1)
    if (rows.length < ROWS_AT_ONCE) return
    last = rows[rows.length - 1]?.number ?? last
  }
}

/** A campaign's signatures by hour, petition and place. Each filter narrows the hours and the other one's list. */
export async function readReceived(
  db: Kysely<Tables>,
  campaign: string,
  filter: ReceivedFilter,
): Promise<Pick<Received, 'hours' | 'petitions' | 'places'>> {
  const all = db
    .selectFrom('received')
    .leftJoin('device', 'device.id', 'received.device')
    .where('received.campaign', '=', campaign)
  const { petition, stand, phonesOnly } = filter
  const ofPetition = petition === null ? all : all.where('received.petition', '=', petition)
  const fromPlace = <Q extends typeof all>(query: Q): Q =>
    (phonesOnly
      ? query.where('received.device', '=', '')
      : stand === null
        ? query
        : query.where('device.stand', '=', stand)) as Q

  const hours = await fromPlace(ofPetition)
    .select((eb) => ['hour', eb.fn.sum<number>('signatures').as('signatures')])
    .groupBy('hour')
    .orderBy('hour')
    .execute()
  const petitions = await fromPlace(all)
    .select((eb) => ['petition', eb.fn.sum<number>('signatures').as('signatures')])
    .groupBy('petition')
    .orderBy('petition')
    .execute()
  const places = await ofPetition
    .select((eb) => [
      'device.stand as stand',
      eb('received.device', '=', '').as('phone'),
      eb.fn.sum<number>('signatures').as('signatures'),
    ])
    .groupBy(['device.stand', 'phone'])
    .orderBy('device.stand')
    .execute()
  return {
    hours: hours.filter((it) => Number(it.signatures) > 0).map((it) => [Number(it.hour), Number(it.signatures)]),
    petitions: Object.fromEntries(petitions.map((it) => [it.petition, Math.max(0, Number(it.signatures))])),
    places: places.map((it) => ({
      from: it.phone ? ('phones' as const) : ('tablets' as const),
      stand: it.stand,
      signatures: Math.max(0, Number(it.signatures)),
    })),
  }
}
