import { type RandomBytes, systemRandom } from '../../../protocol/ids.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits in base 32 (RFC 4648 §6), made here, so that the server learns of it only together with the code that proves it. */
export const newTotpSecret = (random: RandomBytes = systemRandom): string =>
  // Five bits of each byte: as random as the byte was.
  Array.from(random(32), (byte) => BASE32.charAt(byte & 31)).join('')

/** What authenticator apps scan (the `otpauth:` scheme; SHA-1, six digits and thirty seconds are what all of them take). */
export const totpLink = (secret: string, name: string, host: string): string =>
  `otpauth://totp/${encodeURIComponent(`Paraphe ${host}:${name}`)}?${new URLSearchParams({ secret, issuer: `Paraphe ${host}` })}`.replaceAll(
    '+',
    '%20',
  )
