// A batch as it travels, by the network or in a hand-off file: its exact bytes, and the signature of the device that made it.
import type { Contact } from '../../protocol/batch.ts'
import { DEVICE_HEADER, DEVICE_KEY_HEADER, type DeviceSignature, SIGNATURE_HEADER } from '../../protocol/device.ts'
import { newUuid, type RandomBytes } from '../../protocol/ids.ts'
import { batchBytes, type Entry } from './wire.ts'

/** An enrolled device. `key`: its 65 raw public bytes, base64url; `sign`: ECDSA P-256 as in `DeviceSignature`. */
export interface Signer {
  device: string
  key: string
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

export interface FinishedBatch {
  batchId: string
  bytes: Uint8Array<ArrayBuffer>
  /** Null from a phone, which has no key. */
  signed: DeviceSignature | null
}

export interface FinishPorts {
  random: RandomBytes
  /** Null while this device is enrolled nowhere. */
  signer?: () => Promise<Signer | null>
}

export async function finishBatch(
  ports: FinishPorts,
  entries: readonly Entry[],
  contact: Contact,
): Promise<FinishedBatch> {
  const batchId = newUuid(ports.random)
  const signer = (await ports.signer?.()) ?? null
  const bytes = batchBytes(batchId, entries, contact, signer?.device)
  const signed = signer && { device: signer.device, key: signer.key, signature: await signer.sign(bytes) }
  return { batchId, bytes, signed }
}

/** The headers in which a signature travels. */
export const signatureHeaders = (signed: DeviceSignature | null): Record<string, string> =>
  signed
    ? { [DEVICE_HEADER]: signed.device, [DEVICE_KEY_HEADER]: signed.key, [SIGNATURE_HEADER]: signed.signature }
    : {}
