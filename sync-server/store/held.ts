import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely'
import type { HeldAct, HeldGroup, HeldReason, HeldSender, Quarantine } from '../../protocol/quarantine-routes.ts'
import type { Tables } from './schema.ts'
import { takeRows } from './take.ts'
import { tally, tallyQuarantine } from './tally.ts'

// Quarantine by sender: tables of what waits, and the four things that may be done to it, each undone by another.

const DAY_MS = 24 * 60 * 60 * 1000

/** Rows that are moved at once. */
const AT_ONCE = 200

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

type Envelope = ExpressionBuilder<Tables, 'envelope'>

/** Whole days since 1970: the division of two integers is one in SQLite and PostgreSQL alike. */
const dayNumber = (eb: Envelope) => sql<number>`${eb.ref('received_at')} / ${sql.lit(DAY_MS)}`

export async function readQuarantine(db: Kysely<Tables>, campaign: string): Promise<Quarantine> {
  const rows = await db
    .selectFrom('envelope')
    .where('campaign', '=', campaign)
    .where('held_for', 'is not', null)
    .where('copy', '=', 0)
    .select((eb) => [
      'held_for',
      'device',
      'device_key',
      eb.case().when('device', 'is', null).then(dayNumber(eb)).else(0).end().as('day'),
      eb.fn.sum<number>(sql`case when quarantined = 1 and discarded_at is null then 1 else 0 end`).as('waiting'),
      eb.fn.sum<number>(sql`case when quarantined = 1 and discarded_at is not null then 1 else 0 end`).as('discarded'),
      eb.fn.sum<number>(sql`case when quarantined = 0 then 1 else 0 end`).as('released'),
      eb.fn.min('received_at').as('since'),
      eb.fn.max('received_at').as('until'),
    ])
    .groupBy(['held_for', 'device', 'device_key', 'day'])
    .execute()
  const groups = rows
    .sort((a, b) => a.since - b.since)
    .map((row): HeldGroup => {
      const reason = row.held_for as HeldReason
      return {
        sender: row.device === null ? { day: dayOf(row.day * DAY_MS), reason } : senderOf(row),
        reason,
        waiting: row.waiting,
        discarded: row.discarded,
        released: row.released,
        since: new Date(row.since).toISOString(),
        until: new Date(row.until).toISOString(),
      }
    })
  const copies = await db
    .selectFrom('envelope')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('campaign', '=', campaign)
    .where('copy', '=', 1)
    .executeTakeFirstOrThrow()
  return { groups, copies: copies.n }
}

const senderOf = ({ device, device_key }: { device: string | null; device_key: string | null }) => ({
  device: device ?? '',
  key: device_key ?? '',
})

/** Returns how many envelopes it was done to. */
export async function decide(
  trx: Transaction<Tables>,
  campaign: string,
  sender: HeldSender,
  act: HeldAct,
  now: number,
): Promise<number> {
  switch (act) {
    case 'release':
      return release(trx, campaign, sender)
    case 'discard':
      return mark(trx, campaign, sender, now)
    case 'restore':
      return mark(trx, campaign, sender, null)
    case 'hold':
      return hold(trx, campaign, sender)
  }
}

const ofSender = (campaign: string, sender: HeldSender) => (eb: Envelope) =>
  eb.and([
    eb('campaign', '=', campaign),
    eb('held_for', 'is not', null),
    ...('device' in sender
      ? [eb('device', '=', sender.device), eb('device_key', '=', sender.key)]
      : [
          eb('device', 'is', null),
          eb('held_for', '=', sender.reason),
          eb('received_at', '>=', Date.parse(sender.day)),
          eb('received_at', '<', Date.parse(sender.day) + DAY_MS),
        ]),
  ])

/** They get new numbers, behind everything that has arrived, so that whoever reads on from a page's cursor sees them. */
async function release(trx: Transaction<Tables>, campaign: string, sender: HeldSender): Promise<number> {
  let released = 0
  for (;;) {
    const rows = await trx
      .selectFrom('envelope')
      .selectAll()
      .where(ofSender(campaign, sender))
      .where('quarantined', '=', 1)
      .where('discarded_at', 'is', null)
      // Other bytes under an id come behind the first.
      .orderBy('copy')
      .orderBy('number')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return released
    const numbers = rows.map((row) => row.number)
    await trx.deleteFrom('envelope').where('number', 'in', numbers).execute()
    await tallyQuarantine(trx, campaign, -rows.reduce((sum, row) => sum + row.sealed.length, 0))
    const again = rows.map(({ number: _, ...row }) => ({ ...row, quarantined: 0 as const, copy: 0 as const }))
    const { verdicts } = await takeRows(trx, campaign, again, null)
    released += verdicts.filter((verdict) => verdict === 'stored').length
  }
}

async function mark(
  trx: Transaction<Tables>,
  campaign: string,
  sender: HeldSender,
  at: number | null,
): Promise<number> {
  const marked = await trx
    .updateTable('envelope')
    .set({ discarded_at: at })
    .where(ofSender(campaign, sender))
    .where('quarantined', '=', 1)
    .where('discarded_at', at === null ? 'is not' : 'is', null)
    .returning('copy')
    .execute()
  return marked.filter(({ copy }) => !copy).length
}

/** All but those in whose place other bytes wait meanwhile. */
async function hold(trx: Transaction<Tables>, campaign: string, sender: HeldSender): Promise<number> {
  const rows = await trx
    .updateTable('envelope')
    .set({ quarantined: 1 })
    .where(ofSender(campaign, sender))
    .where('quarantined', '=', 0)
    .where('copy', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('envelope as other')
            .select('other.number')
            .whereRef('other.campaign', '=', 'envelope.campaign')
            .whereRef('other.id', '=', 'envelope.id')
            .where('other.quarantined', '=', 1)
            .where('other.copy', '=', 0),
        ),
      ),
    )
    .returning((eb) => ['kind', 'petitions', 'received_at', 'device', eb.fn<number>('length', ['sealed']).as('bytes')])
    .execute()
  if (rows.length === 0) return 0
  await tally(trx, campaign, rows, -1)
  await tallyQuarantine(
    trx,
    campaign,
    rows.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  return rows.length
}
