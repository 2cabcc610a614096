// How an enrolled tablet speaks for itself: with the key that it made and that no page can read out.
import { toBase64url } from '../../protocol/base64url.ts'
import { CARRIER_HEADER, CARRIER_KEY_HEADER, CARRIER_SIGNATURE_HEADER } from '../../protocol/device.ts'
import type { Signer } from './finished-batch.ts'
import type { DeviceKey } from './notes.ts'
import type { Storage } from './storage.ts'

const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' }

export const signerOf = ({ device, key, pair }: DeviceKey): Signer => ({
  device,
  key,
  sign: async (bytes) => toBase64url(new Uint8Array(await crypto.subtle.sign(ECDSA_SHA256, pair.privateKey, bytes))),
})

/** Read each time: another tab may have enrolled this tablet, or enrolled it anew. Null where it is enrolled nowhere. */
export const storedSigner = (storage: Storage) => async (): Promise<Signer | null> => {
  const enrolled = await storage.read((tx) => tx.note('enrolled'))
  return enrolled && signerOf(enrolled)
}

/** The headers in which this tablet says that it carries another one's batch; none where it is enrolled nowhere. */
export const carrierHeaders =
  (signer: () => Promise<Signer | null>) =>
  async (bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> => {
    const own = await signer()
    if (!own) return {}
    return {
      [CARRIER_HEADER]: own.device,
      [CARRIER_KEY_HEADER]: own.key,
      [CARRIER_SIGNATURE_HEADER]: await own.sign(bytes),
    }
  }
