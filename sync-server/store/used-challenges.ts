import type { Transaction } from 'kysely'
import { toBase64url } from '../../protocol/base64url.ts'
import type { RandomBytes } from '../../protocol/ids.ts'
import type { UsedChallenge } from './challenge-store.ts'
import type { Tables } from './schema.ts'
import { readSetting, writeSetting } from './settings.ts'
import { worded } from './worded.ts'

/** False where this challenge was used for another body before. The same body may come again: its answer was lost. */
export async function useChallenge(trx: Transaction<Tables>, used: UsedChallenge): Promise<boolean> {
  const { rows } = await mark(trx, { ...used })
  return rows[0]?.body === used.body
}

const mark = worded<{ nonce: string; body: string; until: number }>()((db, the) =>
  db
    .insertInto('used_challenge')
    .values({ nonce: the('nonce'), body: the('body'), until: the('until') })
    .onConflict((o) => o.column('nonce').doUpdateSet((eb) => ({ until: eb.ref('used_challenge.until') })))
    .returning('body'),
)

export async function forgetChallenges(trx: Transaction<Tables>, now: number): Promise<void> {
  await trx.deleteFrom('used_challenge').where('until', '<=', now).execute()
}

/** Made once for a database. */
export async function proofSecret(trx: Transaction<Tables>, random: RandomBytes): Promise<string> {
  const known = await readSetting(trx, 'proof-secret')
  if (known) return known
  const secret = toBase64url(random(32))
  await writeSetting(trx, 'proof-secret', secret)
  return secret
}
