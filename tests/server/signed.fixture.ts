import { toBase64url } from '../../protocol/base64url.ts'
import type { Contact } from '../../protocol/batch.ts'
import { newUuid } from '../../protocol/ids.ts'
import { rawPublicKey } from '../../protocol/opening.ts'
import { newRoot } from '../../protocol/root.ts'

// Batches, and tablets with real keys that sign them.

export const CONTACT = { captured: 1, waiting: 1, refused: 0, withdrawn: 0, lastSeq: 1 }

export const batchOf = (envelopes: unknown[], batchId = newUuid()) => ({
  v: 1 as const,
  batchId,
  items: envelopes.map((envelope, i) => ({ seq: i + 1, envelope })),
  contact: { ...CONTACT, captured: envelopes.length, waiting: envelopes.length, lastSeq: envelopes.length },
})

export interface Device {
  id: string
  key: string
  pair: CryptoKeyPair
}

export async function newDevice(): Promise<Device> {
  const pair = await newRoot()
  return { id: newUuid(), key: await rawPublicKey(pair.publicKey), pair }
}

export const senderOf = ({ id, key }: Device) => ({ device: id, key })

export async function signatureOf(text: string, by: Device): Promise<string> {
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, by.pair.privateKey, new TextEncoder().encode(text))
  return toBase64url(new Uint8Array(signature))
}

export const signedBy = async (device: Device, text: string): Promise<Record<string, string>> => ({
  'paraphe-device': device.id,
  'paraphe-device-key': device.key,
  'paraphe-signature': await signatureOf(text, device),
})

export const carriedBy = async (device: Device, text: string): Promise<Record<string, string>> => ({
  'paraphe-carrier': device.id,
  'paraphe-carrier-key': device.key,
  'paraphe-carrier-signature': await signatureOf(text, device),
})

export interface Numbered {
  /** Numbers of the items; from 1 by default. */
  seqs?: number[]
  contact?: Partial<Contact>
}

/** A batch's exact body, as this device would write it. */
export function bodyOf(device: Device, envelopes: unknown[], { seqs, contact }: Numbered = {}): string {
  const batch = batchOf(envelopes)
  return JSON.stringify({
    ...batch,
    device: device.id,
    items: batch.items.map((item, i) => ({ ...item, seq: seqs?.[i] ?? item.seq })),
    contact: { ...CONTACT, ...contact },
  })
}
