import * as z from 'zod/mini'

/** A picture's name: the first 128 bits of the SHA-256 of its bytes, base64url without padding. */
export const PictureHash = z.string().check(z.regex(/^[\w-]{22}$/))

/** Cards are PNG, logos PNG or SVG, photographs of cases WebP or JPEG. */
export type PictureType = 'png' | 'svg' | 'webp' | 'jpg'

/** Where anyone finds a picture that the server holds. Another picture has another address, so that it may be kept for ever. */
export const picturePath = (hash: string, type: PictureType): string => `/pictures/${hash}.${type}`
