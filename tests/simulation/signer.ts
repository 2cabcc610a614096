import { createPrivateKey, type JsonWebKeyInput, type KeyObject, sign } from 'node:crypto'
import { CARRIER_HEADER, CARRIER_KEY_HEADER, CARRIER_SIGNATURE_HEADER } from '../../protocol/device.ts'
import type { Signer } from '../../src/outbox/finished-batch.ts'
import type { DeviceKey } from './pool.ts'

/** In which a carrier says who it is. */
export async function carrierHeaders(
  signer: Signer | null,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Record<string, string>> {
  if (!signer) return {}
  return {
    [CARRIER_HEADER]: signer.device,
    [CARRIER_KEY_HEADER]: signer.key,
    [CARRIER_SIGNATURE_HEADER]: await signer.sign(bytes),
  }
}

const held = new Map<string, KeyObject>()

/** Made once for each key: a run takes less time than that. */
export function signerOf({ device, key, secret }: DeviceKey): Signer {
  const known = held.get(key) ?? createPrivateKey({ key: secret as JsonWebKeyInput['key'], format: 'jwk' })
  held.set(key, known)
  return {
    device,
    key,
    sign: async (bytes) => sign('sha256', bytes, { key: known, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
}
