import type { Transaction } from 'kysely'
import type { Contact } from '../../protocol/batch.ts'
import type { Tables } from './schema.ts'
import type { Sender } from './sender.ts'
import { worded } from './worded.ts'

// What each device last said of itself.

/** Devices that nobody enrolled and that are remembered all the same; keys cost a stranger nothing. */
export const STRANGERS_KEPT = 500

interface Heard {
  sender: Sender
  /** Enrolled once, under this key, and trusted still. */
  known: boolean
  contact: Contact
  /** Who brought it; null: the device itself. */
  carrier: string | null
  now: number
}

/** Keeps a device's word, where it is newer than what is known; returns the sender's number. */
export async function hear(trx: Transaction<Tables>, heard: Heard): Promise<number> {
  const { sender, contact, carrier, now } = heard
  const { captured, waiting, refused, withdrawn, lastSeq } = contact
  const said = { captured, waiting, refused, withdrawn, last_seq: lastSeq, heard_at: now, carrier }
  const [before] = (await find(trx, { ...sender })).rows
  if (before) {
    if (isNewer(contact, before, carrier !== null)) await hearAgain(trx, { number: before.number, ...said })
    // An older word that was held up on its way still tells that the device is alive.
    else if (carrier === null)
      await trx.updateTable('sender').where('number', '=', before.number).set({ heard_at: now }).execute()
    return before.number
  }
  const { number } = await trx
    .insertInto('sender')
    .values({ device: sender.device, device_key: sender.key, ...said })
    .returning('number')
    .executeTakeFirstOrThrow()
  if (!heard.known) await forgetStrangers(trx, number)
  return number
}

const find = worded<{ device: string; key: string }>()((db, the) =>
  db
    .selectFrom('sender')
    .select(['number', 'captured', 'last_seq'])
    .where('device', '=', the('device'))
    .where('device_key', '=', the('key')),
)

type Said = Record<'captured' | 'waiting' | 'refused' | 'withdrawn' | 'last_seq' | 'heard_at', number> & {
  carrier: string | null
}

const hearAgain = worded<Said & { number: number }>()((db, the) =>
  db
    .updateTable('sender')
    .set({
      captured: the('captured'),
      waiting: the('waiting'),
      refused: the('refused'),
      withdrawn: the('withdrawn'),
      last_seq: the('last_seq'),
      heard_at: the('heard_at'),
      carrier: the('carrier'),
    })
    .where('number', '=', the('number')),
)

/**
 * A hand-off file may be days old, and the device may have been heard since: numbers only grow, so a word with lower ones is
 * older, and one that was carried has to be the newer one beyond doubt.
 */
function isNewer(
  { captured, lastSeq }: Contact,
  before: { captured: number; last_seq: number },
  carried: boolean,
): boolean {
  if (!carried) return lastSeq >= before.last_seq
  if (captured < before.captured || lastSeq < before.last_seq) return false
  return captured > before.captured || lastSeq > before.last_seq
}

/** Beyond the number kept, those go first of whom least was taken, then those that were not heard for longest. */
async function forgetStrangers(trx: Transaction<Tables>, except: number): Promise<void> {
  const strangers = await trx
    .selectFrom('sender')
    .leftJoin('device', (join) =>
      join.onRef('device.id', '=', 'sender.device').onRef('device.public_key', '=', 'sender.device_key'),
    )
    .leftJoin('device_tally as tally', (join) =>
      join.onRef('tally.device', '=', 'sender.device').onRef('tally.device_key', '=', 'sender.device_key'),
    )
    .select('sender.number')
    .where('device.id', 'is', null)
    .where('sender.number', '!=', except)
    .orderBy((eb) => eb.fn.coalesce('tally.accepted', eb.val(0)), 'desc')
    .orderBy('sender.heard_at', 'desc')
    .execute()
  const forgotten = strangers.slice(STRANGERS_KEPT - 1).map(({ number }) => number)
  if (forgotten.length > 0) await trx.deleteFrom('sender').where('number', 'in', forgotten).execute()
}
