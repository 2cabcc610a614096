import { hash } from 'node:crypto'
import { canonicalText, type Envelope } from '../../protocol/envelope.ts'
import type { HeldReason } from '../../protocol/quarantine-routes.ts'
import type { EnvelopeRow, NewEnvelopeRow } from './schema.ts'
import type { Sender } from './sender.ts'
import type { Arrival } from './store.ts'

// Between an envelope and its row. The sealed bytes are kept as bytes: base64url text is a third larger.

/** The same value as protocol's `envelopeHash`, without a promise for each of 200 items. */
export const hashOf = (envelope: Envelope): string => hash('sha256', canonicalText(envelope), 'base64url')

export type PlainRow = NewEnvelopeRow & { sealed: Uint8Array }

/** What a batch's rows have in common. */
export interface Origin {
  batch: string
  sender: Sender | null
  /** An enrolled device's id, or `console`. */
  carrier: string | null
  /** Why it waits in quarantine; null: it counts. */
  heldFor: HeldReason | null
  now: number
}

export function toRow({ envelope, late, seq }: Arrival, { batch, sender, carrier, heldFor, now }: Origin): PlainRow {
  return {
    v: envelope.v,
    suite: envelope.suite,
    id: envelope.id,
    kind: envelope.kind,
    campaign: envelope.campaign,
    petitions: JSON.stringify(envelope.petitions),
    sealing_key: envelope.key,
    consent: envelope.consent,
    withdraw_tag: envelope.withdrawTag,
    // Envelope's schema has proved that this text is exactly these bytes.
    sealed: Buffer.from(envelope.sealed, 'base64url'),
    hash: hashOf(envelope),
    received_at: now,
    late: late ? 1 : 0,
    quarantined: heldFor === null ? 0 : 1,
    copy: 0,
    device: sender?.device ?? null,
    device_key: sender?.key ?? null,
    seq,
    batch,
    carrier,
    held_for: heldFor,
  }
}

export const petitionsOf = (row: Pick<EnvelopeRow, 'petitions'>): string[] => JSON.parse(row.petitions)

interface Held {
  receivedAt: string
  late: boolean
  batch?: string
  envelope: Envelope
}

export function fromRow(row: EnvelopeRow): Held {
  const envelope = {
    v: row.v,
    suite: row.suite,
    id: row.id,
    kind: row.kind,
    campaign: row.campaign,
    petitions: petitionsOf(row),
    key: row.sealing_key,
    consent: row.consent,
    withdrawTag: row.withdraw_tag,
    sealed: Buffer.from(row.sealed).toString('base64url'),
  }
  return {
    receivedAt: new Date(row.received_at).toISOString(),
    late: row.late === 1,
    ...(row.batch === null ? {} : { batch: row.batch }),
    envelope: envelope as Envelope,
  }
}
