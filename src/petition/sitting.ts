// The rules of one sitting: one id and one code whatever is tried, and no thanks before it is kept. Time, chance, sealing,
// storage and network are given, so that the simulation drives these very lines.
import type { Envelope } from '../../protocol/envelope.ts'
import { formatReceiptCode } from '../../protocol/receipt.ts'
import { IdTaken } from '../outbox/keeping.ts'
import { NotDelivered } from '../outbox/not-delivered.ts'
import { StorageFailure, type StorageProblem } from '../outbox/storage.ts'

/** From the form's first field to leaving the thank-you: one receipt code, and one id for its signature. */
export interface Sitting<Fields> {
  id: string
  code: string
  /** What was sealed last. The same fields give the same envelope again, so that trying twice cannot sign twice. */
  sealed: { fields: Fields; envelope: Envelope } | null
}

export type Failed = 'wrong-key' | 'storage-offline' | 'storage-online' | 'refused' | 'unknown'

/** `problem`: what this device's storage had, where that is why it failed, or why the server had to keep it. */
export type Outcome =
  | { kept: 'here'; id: string; receipt: string }
  | { kept: 'there'; id: string; receipt: string; problem: StorageProblem }
  | { failed: Failed; problem?: StorageProblem }

export interface SittingPorts<Fields> {
  newId(): string
  /** Null where no key may be used. */
  seal(fields: Fields, sitting: { id: string; code: string }): Promise<Envelope | null>
  /** Promise 1. @throws StorageFailure, IdTaken */
  keep(envelope: Envelope): Promise<unknown>
  /** Promise 1's second way. @throws NotDelivered */
  keepAtServer(envelope: Envelope): Promise<unknown>
}

/**
 * Resolves with `kept` only once the act is on this device's disk, or, where the browser refuses that, once the server holds
 * it. `sending` is called when it turns to the server. After any failure the same sitting can be tried again.
 */
export async function keepAct<Fields>(
  sitting: Sitting<Fields>,
  fields: Fields,
  sending: () => void,
  ports: SittingPorts<Fields>,
): Promise<Outcome> {
  const receipt = formatReceiptCode(sitting.code)
  const envelope = await envelopeOf(sitting, fields, ports)
  if (!envelope) return { failed: 'wrong-key' }
  const { id } = envelope
  let problem: StorageProblem
  try {
    await ports.keep(envelope)
    return { kept: 'here', id, receipt }
  } catch (error) {
    if (error instanceof IdTaken) {
      // An earlier try, with other fields, was kept after all and has been answered since.
      Object.assign(sitting, { id: ports.newId(), sealed: null })
      return keepAct(sitting, fields, sending, ports)
    }
    if (!(error instanceof StorageFailure)) throw error
    problem = error.problem
  }
  sending()
  try {
    await ports.keepAtServer(envelope)
    return { kept: 'there', id, receipt, problem }
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error
    const failed = { offline: 'storage-offline', 'no-answer': 'storage-online', refused: 'refused' } as const
    return { failed: failed[error.why], problem }
  }
}

async function envelopeOf<Fields>(sitting: Sitting<Fields>, fields: Fields, { seal }: SittingPorts<Fields>) {
  if (sitting.sealed && JSON.stringify(sitting.sealed.fields) === JSON.stringify(fields)) return sitting.sealed.envelope
  const envelope = await seal(fields, sitting)
  if (envelope) sitting.sealed = { fields, envelope }
  return envelope
}
