import * as z from 'zod/mini'

/** A picture's name: the first 128 bits of the SHA-256 of its bytes, base64url without padding. */
export const PictureHash = z.string().check(z.regex(/^[\w-]{22}$/))
