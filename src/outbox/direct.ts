// Promise 1's second way, for a browser that refuses durable storage: the thank-you waits for the server's own word. Nothing is
// kept here, so whoever leaves before the answer has not signed, and the form says so.
import type { Verdict } from '../../protocol/batch.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid, type RandomBytes } from '../../protocol/ids.ts'
import { REASONS, type Reason } from '../../protocol/reasons.ts'
import { NoAnswer, ServerRefusal } from '../api.ts'
import { NotDelivered } from './not-delivered.ts'
import type { Alarm, Prove, Send } from './ports.ts'
import { timed } from './trying.ts'
import { verdictsById } from './verdicts.ts'
import { batchBytes, wireText } from './wire.ts'

export interface DirectPorts {
  send: Send
  prove: Prove
  random: RandomBytes
  alarm: Alarm
  online(): boolean
  wait(ms: number): Promise<void>
}

/** A network that has only just come back may still refuse a first try, and whoever waits here has nothing else that tries again. */
const ONCE_MORE_AFTER_MS = 1000

/**
 * Resolves once the server has said that it holds an act under this envelope's id: this one, or (`conflict`) what the same
 * person sent before, in other bytes, and whose answer was lost. What is `withdrawn` is not held. @throws NotDelivered
 */
export async function deliver(envelope: Envelope, ports: DirectPorts): Promise<'stored' | 'duplicate' | 'conflict'> {
  if (!ports.online()) throw new NotDelivered('offline')
  const batchId = newUuid(ports.random)
  // This browser keeps no counts: as far as it can tell, this is its first and only envelope.
  const contact = { captured: 1, waiting: 1, refused: 0, withdrawn: 0, lastSeq: 1 }
  const entry = { id: envelope.id, seq: 1, text: wireText(envelope) }
  const bytes = batchBytes(batchId, [entry], contact)
  const ask = () =>
    ports.prove(bytes, false, (proof) =>
      timed(ports.alarm, bytes.length, (signal) => ports.send(bytes, batchId, signal, proof)),
    )
  let verdict: Verdict | undefined
  try {
    const { answer } = await ask().catch(async (cause) => {
      if (!(cause instanceof NoAnswer) || cause.why !== 'network' || !ports.online()) throw cause
      await ports.wait(ONCE_MORE_AFTER_MS)
      return ask()
    })
    verdict = verdictsById(answer.verdicts, [envelope.id]).get(envelope.id)
  } catch (cause) {
    if (cause instanceof ServerRefusal) throw refusedFor(cause.reason, { cause })
    throw new NotDelivered('no-answer', null, { cause })
  }
  switch (verdict?.verdict) {
    case 'stored':
    case 'duplicate':
    case 'conflict':
      return verdict.verdict
    case 'refused':
      throw refusedFor(verdict.reason)
    default:
      throw new NotDelivered('no-answer')
  }
}

/** A reason that passes by itself is no refusal of this envelope. */
const refusedFor = (reason: Reason, options?: ErrorOptions): NotDelivered =>
  new NotDelivered(REASONS[reason] === 'retry' ? 'no-answer' : 'refused', reason, options)
