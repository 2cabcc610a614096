import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { verifySync } from 'otplib'
import { passwordKey } from './password.ts'
import { secretHash } from './secrets.ts'

// TOTP (RFC 6238) and recovery codes. The secret has to be read by the server at each login, when the password is at hand: so it is
// kept sealed under the password, and whoever copies the database has neither.

/** A code is good for its own half minute and the ones beside it: phones' clocks are off by some seconds. */
const TOLERANCE_S = 30

/** The step of this code; null where it is not one of now. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const checked = verifySync({ secret, token, epoch: Math.floor(now / 1000), epochTolerance: TOLERANCE_S })
  return checked.valid && 'timeStep' in checked ? checked.timeStep : null
}

/** AES-256-GCM under a key that argon2id makes of the password; salt, nonce, bytes and tag in base64url. */
export async function sealSecret(secret: string, password: string): Promise<string> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await passwordKey(password, salt), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([salt, nonce, sealed, cipher.getAuthTag()]).toString('base64url')
}

/** @throws Error where it was sealed under another password */
export async function openSecret(sealed: string, password: string): Promise<string> {
  const bytes = Buffer.from(sealed, 'base64url')
  const [salt, nonce, tag] = [bytes.subarray(0, 16), bytes.subarray(16, 28), bytes.subarray(-16)]
  const decipher = createDecipheriv('aes-256-gcm', await passwordKey(password, salt), nonce).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(28, -16)), decipher.final()]).toString('utf8')
}

const RECOVERY_CODES = 10
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Of 80 random bits each, so that a plain hash keeps them: `K7QF-2M8D-XT4P-9HBC`, in Crockford's letters. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(16)]
      .map((byte) => LETTERS.charAt(byte & 31))
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )

/** The hash of a recovery code as somebody typed it; null where it cannot be one. Case, dashes, O, I and L do not matter. */
export function recoveryHash(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? secretHash(code) : null
}
