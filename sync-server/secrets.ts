import { createHash } from 'node:crypto'
import { toBase64url } from '../protocol/base64url.ts'
import { type RandomBytes, systemRandom } from '../protocol/ids.ts'

/** A new secret of 256 bits for a link or a cookie. */
export const newSecret = (random: RandomBytes = systemRandom): string => toBase64url(random(32))

/** What the store keeps of a secret. A plain hash is enough: nobody guesses 256 random bits. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
