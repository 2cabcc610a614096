import type { Transaction } from 'kysely'
import { newUuid, type RandomBytes } from '../../protocol/ids.ts'
import type { LogContent } from './erasure-log.ts'
import { leaveOutDamaged } from './leave-out-damaged.ts'
import { type Erasure, replay } from './replay.ts'
import type { Tables } from './schema.ts'
import { forgetSetting, readSetting, writeSetting } from './settings.ts'
import type { Opening } from './store.ts'

// Is this the database that was here last? A backup says of itself that it is one. An older copy that somebody put back by hand
// does not, but the erasure log beside it does: each opening and each closing, and every hour at work in between, writes one
// token into both, first into the database. So the log's last token is the database's last or, where the power went in between, the one before.

/** In one transaction: forget what was to be forgotten, renew the epoch where devices have to ask, remove the backup's mark. */
export async function open(
  trx: Transaction<Tables>,
  log: LogContent,
  random: RandomBytes,
  now: number,
): Promise<Opening & { token: string; unplaced: Erasure[] }> {
  const backupOf = await readSetting(trx, 'backup-of')
  const before = await readSetting(trx, 'opening')
  const last = lastToken(log)
  const logMissing = before !== null && !log.found
  const erasures = log.entries.filter((entry) => entry.what !== 'opening')
  const { erased, unplaced } = await replay(trx, erasures, now)
  // Only a backup: looking at each envelope takes seconds.
  const damagedEnvelopes = backupOf === null ? 0 : await leaveOutDamaged(trx)

  const sameAsLast = last === before || last === (await readSetting(trx, 'opening-before'))
  // What was logged and not erased tells of a crash in between, or of an older copy: asking once too often costs little.
  const older = backupOf !== null || logMissing || !sameAsLast || erased > 0
  const known = await readSetting(trx, 'epoch')
  const epoch = known && !older ? known : newUuid(random)
  if (epoch !== known) await writeSetting(trx, 'epoch', epoch)
  await forgetSetting(trx, 'backup-of')
  const token = await nextToken(trx, last, random)
  return {
    epoch,
    epochRenewed: known !== null && epoch !== known,
    backupOf,
    replayed: erased,
    logMissing,
    damagedLines: log.damaged,
    damagedEnvelopes,
    token,
    unplaced,
  }
}

/** A new token, in the database; whoever calls this appends it to the log after the commit. `last`: the log's last one. */
export async function nextToken(trx: Transaction<Tables>, last: string | null, random: RandomBytes): Promise<string> {
  const token = newUuid(random)
  await writeSetting(trx, 'opening', token)
  if (last === null) await forgetSetting(trx, 'opening-before')
  else await writeSetting(trx, 'opening-before', last)
  return token
}

function lastToken(log: LogContent): string | null {
  const openings = log.entries.filter((entry) => entry.what === 'opening')
  return openings.at(-1)?.token ?? null
}
