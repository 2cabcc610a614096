import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import * as z from 'zod/mini'
import { fromBase64url } from '../protocol/base64url.ts'
import {
  CARRIER_HEADER,
  CARRIER_KEY_HEADER,
  CARRIER_SIGNATURE_HEADER,
  DEVICE_HEADER,
  DEVICE_KEY_HEADER,
  DeviceSignature,
  SIGNATURE_HEADER,
} from '../protocol/device.ts'
import { Refusal } from './refusal.ts'
import type { Sender } from './store/sender.ts'

/**
 * The device whose key signed exactly these (unpacked) bytes. Refused: `signature-needed` where a header is missing,
 * `wrong-signature` where one is not of its shape, names another device than the body, or does not verify.
 */
export function verifyDevice(headers: IncomingHttpHeaders, device: string, bytes: Uint8Array): Sender {
  const said = {
    device: headers[DEVICE_HEADER],
    key: headers[DEVICE_KEY_HEADER],
    signature: headers[SIGNATURE_HEADER],
  }
  if (!said.device || !said.key || !said.signature) throw new Refusal('signature-needed')
  const signer = signerOf(said, bytes)
  if (signer?.device !== device) throw new Refusal('wrong-signature')
  return signer
}

/** The device that says it carried these bytes from a hand-off file; null where its signature does not prove it. */
export function verifyCarrier(headers: IncomingHttpHeaders, bytes: Uint8Array): Sender | null {
  const said = {
    device: headers[CARRIER_HEADER],
    key: headers[CARRIER_KEY_HEADER],
    signature: headers[CARRIER_SIGNATURE_HEADER],
  }
  return signerOf(said, bytes)
}

/**
 * The device whose key signed these bytes; null where a part is not of its shape or it does not verify. `signature` is ECDSA
 * P-256 with SHA-256, 64 bytes r‖s.
 */
export function signerOf(said: Record<keyof DeviceSignature, unknown>, bytes: Uint8Array): Sender | null {
  const parsed = z.safeParse(DeviceSignature, said)
  if (!parsed.success) return null
  const key = publicKeyObject(parsed.data.key)
  const signature = fromBase64url(parsed.data.signature)
  if (!key || !signature || !verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)) return null
  return { device: parsed.data.device, key: parsed.data.key }
}

/** Keys that were used of late; more tablets than that never send in turns. */
const KEPT = 500
const kept = new Map<string, KeyObject | null>()

/** A P-256 public key (65 raw bytes, base64url) for node:crypto; null where it is not a point of the curve. */
export function publicKeyObject(raw: string): KeyObject | null {
  const known = kept.get(raw)
  if (known !== undefined) return known
  const key = readPublicKey(raw)
  if (kept.size >= KEPT) kept.clear()
  kept.set(raw, key)
  return key
}

function readPublicKey(raw: string): KeyObject | null {
  const bytes = fromBase64url(raw)
  // 0x04: uncompressed point (SEC 1 §2.3.3).
  if (bytes?.length !== 65 || bytes[0] !== 4) return null
  const coordinate = (from: number) => Buffer.from(bytes.subarray(from, from + 32)).toString('base64url')
  try {
    return createPublicKey({
      key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
      format: 'jwk',
    })
  } catch {
    return null
  }
}
