// Signatures that wait on this device, by petition: the server cannot have counted them.
import type { Envelope } from '../../protocol/envelope.ts'
import type { Reading, Storage } from './storage.ts'

/** A phone holds a few; a tablet of a stand, at which somebody reads a case, may hold thousands. */
const AT_ONCE = 500

/** Number of waiting signatures of a campaign by petition id, those without any left out. */
export async function notSent(tx: Pick<Reading, 'inState'>, campaign: string): Promise<Record<string, number>> {
  const found: Record<string, number> = Object.create(null)
  for (let after = 0; ; ) {
    const entries = await tx.inState('waiting', AT_ONCE, after)
    for (const { text, campaign: its } of entries) {
      if (its !== campaign) continue
      const { kind, petitions } = JSON.parse(text) as Envelope
      if (kind === 'signature') for (const id of petitions) found[id] = (found[id] ?? 0) + 1
    }
    if (entries.length < AT_ONCE) return found
    after = entries.at(-1)?.seq ?? 0
  }
}

/** Told now and at each change, until the function that comes back is called. Where the storage fails, the outbox's own line says so. */
export const watchNotSent = (
  storage: Storage,
  campaign: string,
  told: (found: Record<string, number>) => void,
): (() => void) =>
  storage.watch(
    (tx) => notSent(tx, campaign),
    told,
    () => {},
  )
