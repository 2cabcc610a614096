import * as z from 'zod/mini'
import { Base64urlOf, Uuid } from './ids.ts'
import { PublicKey } from './sealing-key.ts'

/** Headers of a batch that an enrolled device signed, over the exact unpacked bytes of the body. */
export const DEVICE_HEADER = 'paraphe-device'
export const DEVICE_KEY_HEADER = 'paraphe-device-key'
export const SIGNATURE_HEADER = 'paraphe-signature'

/** `signature` is ECDSA P-256 with SHA-256, 64 bytes r‖s (IEEE P1363), base64url; `key` the device's 65 raw bytes. */
export const DeviceSignature = z.strictObject({ device: Uuid, key: PublicKey, signature: Base64urlOf(64) })

export type DeviceSignature = z.infer<typeof DeviceSignature>
