import * as z from 'zod/mini'
import { Base64urlOf, Uuid } from './ids.ts'
import { PublicKey } from './sealing-key.ts'

/** Headers of a batch that an enrolled device signed, over the exact unpacked bytes of the body. */
export const DEVICE_HEADER = 'paraphe-device'
export const DEVICE_KEY_HEADER = 'paraphe-device-key'
export const SIGNATURE_HEADER = 'paraphe-signature'

/**
 * Who brought another device's batch from a hand-off file: the carrier's own device, key and signature over the same bytes, or in
 * the first the word `console`, said in a coordinator's session. It is recorded; whom to trust is decided by the batch's own device.
 */
export const CARRIER_HEADER = 'paraphe-carrier'
export const CARRIER_KEY_HEADER = 'paraphe-carrier-key'
export const CARRIER_SIGNATURE_HEADER = 'paraphe-carrier-signature'
export const CARRIER_IS_CONSOLE = 'console'

/** `signature` is ECDSA P-256 with SHA-256, 64 bytes r‖s (IEEE P1363), base64url; `key` the device's 65 raw bytes. */
export const DeviceSignature = z.strictObject({ device: Uuid, key: PublicKey, signature: Base64urlOf(64) })

export type DeviceSignature = z.infer<typeof DeviceSignature>
