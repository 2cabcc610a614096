import type { Transaction } from 'kysely'
import { Refusal } from '../refusal.ts'
import { markArrived } from './arrived.ts'
import { flagClone } from './clones.ts'
import { isTrusted } from './devices.ts'
import { type Origin, toRow } from './envelope-row.ts'
import type { Intake } from './intake.ts'
import type { Tables } from './schema.ts'
import type { Sender } from './sender.ts'
import { hear } from './senders.ts'
import type { Arrival, Carrier, Delivery, Taken, TakenBatch } from './store.ts'
import { takeRows } from './take.ts'
import { useChallenge } from './used-challenges.ts'
import { worded } from './worded.ts'

// The ingest's one transaction: whom to trust, what becomes of each envelope, and what is remembered of who sent it.

export async function takeDelivery(
  trx: Transaction<Tables>,
  { batch, arrivals, sender, contact, seqs, carrier, proof, doubt }: Delivery,
  quarantineLimit: number,
  now: number,
  intake: Intake,
): Promise<TakenBatch> {
  if (proof && !(await useChallenge(trx, proof))) throw new Refusal('proof-needed')
  const trusted = sender === null || (await isTrusted(trx, sender))
  const heldFor = trusted ? doubt : 'unknown-device'
  const origin: Origin = { batch, sender, carrier: await provenCarrier(trx, carrier), heldFor, now }
  const limit = trusted ? Number.POSITIVE_INFINITY : quarantineLimit
  const verdicts: Taken[] = new Array(arrivals.length)
  const campaigns = new Set(arrivals.map(({ envelope }) => envelope.campaign))
  let counted = 0
  for (const campaign of campaigns) {
    const indexes = arrivals.flatMap(({ envelope }, i) => (envelope.campaign === campaign ? [i] : []))
    const rows = indexes.map((i) => toRow(arrivals[i] as Arrival, origin))
    const taken = await takeRows(trx, campaign, rows, heldFor === null ? null : limit, intake)
    counted += taken.first
    taken.verdicts.forEach((verdict, i) => {
      verdicts[indexes[i] as number] = verdict
    })
  }
  if (sender === null) return { verdicts, accepted: 0, quarantined: heldFor !== null }

  const number = await hear(trx, {
    sender,
    known: trusted,
    contact,
    carrier: origin.carrier ?? (carrier && 'unproven'),
    now,
  })
  const again = await markArrived(trx, number, seqs, trusted)
  const stored = arrivals.filter((_, i) => verdicts[i] === 'stored')
  await flagClone(trx, number, sender, stored, again)
  return { verdicts, accepted: await acceptedFrom(trx, sender, counted), quarantined: !trusted }
}

/** What is recorded of who brought a batch: nobody is believed to be a carrier without being enrolled. */
async function provenCarrier(trx: Transaction<Tables>, carrier: Carrier | null): Promise<string | null> {
  if (carrier === 'console') return carrier
  if (carrier === null || carrier === 'unproven') return null
  return (await isTrusted(trx, carrier)) ? carrier.device : null
}

async function acceptedFrom(trx: Transaction<Tables>, { device, key }: Sender, more: number): Promise<number> {
  const { rows } = more > 0 ? await accept(trx, { device, key, more }) : await accepted(trx, { device, key })
  return rows[0]?.accepted ?? 0
}

const accept = worded<{ device: string; key: string; more: number }>()((db, the) =>
  db
    .insertInto('device_tally')
    .values({ device: the('device'), device_key: the('key'), accepted: the('more') })
    .onConflict((o) =>
      o
        .columns(['device', 'device_key'])
        .doUpdateSet((eb) => ({ accepted: eb('device_tally.accepted', '+', the('more')) })),
    )
    .returning('accepted'),
)

const accepted = worded<{ device: string; key: string }>()((db, the) =>
  db
    .selectFrom('device_tally')
    .select('accepted')
    .where('device', '=', the('device'))
    .where('device_key', '=', the('key')),
)
