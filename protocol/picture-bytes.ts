import { readPhoto } from './photo-bytes.ts'
import type { PictureType } from './picture-path.ts'
import type { Reason } from './reasons.ts'
import { readSvg } from './svg.ts'

// Whether bytes are a picture that may be put. Pure: the editor asks before sending, the server asks again.

/** A PNG or JPEG of exactly these sides, in px: what every link preview shows without cutting. */
export const CARD_SIZE = { width: 1200, height: 630 } as const
/** Bytes. Above 300 KiB WhatsApp shows no picture at all. */
export const MAX_CARD_BYTES = 300 * 1024
/** Bytes: it is fetched with the first page that somebody opens. */
export const MAX_LOGO_BYTES = 64 * 1024
/** Bytes and px of a case's photograph: a phone on a bad line fetches it. */
export const MAX_PHOTO_BYTES = 150 * 1024
export const MAX_PHOTO_SIDE = 1200
/** px, for either side of a PNG. */
export const MAX_LOGO_SIDE = 1024

export interface PictureLook {
  type: PictureType
  /** px; of an SVG, of its viewBox, rounded. */
  width: number
  height: number
}

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The last chunk of every PNG, its length and its checksum included. */
const PNG_END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

/** What the header of a PNG says (W3C PNG §5.2, §11.2.1), null where the bytes are not a whole one. */
export function readPng(bytes: Uint8Array): PictureLook | null {
  if (bytes.length < 57 || PNG_MAGIC.some((it, at) => bytes[at] !== it)) return null
  if (PNG_END.some((it, at) => bytes[bytes.length - PNG_END.length + at] !== it)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  // The first chunk is IHDR, 13 bytes long.
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return null
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

const LIMITS = { card: MAX_CARD_BYTES, logo: MAX_LOGO_BYTES, case: MAX_PHOTO_BYTES }

/** What the bytes show, or why they may not be used so: `too-large`, `not-a-picture`, `wrong-picture-size`, `active-picture`. */
export function lookAt(bytes: Uint8Array, use: 'card' | 'logo' | 'case'): PictureLook | Reason {
  if (bytes.length > LIMITS[use]) return 'too-large'
  if (use === 'case') {
    const photo = readPhoto(bytes)
    if (!photo) return 'not-a-picture'
    return Math.max(photo.width, photo.height) <= MAX_PHOTO_SIDE ? photo : 'wrong-picture-size'
  }
  const png = readPng(bytes)
  if (use === 'card') {
    const card = png ?? readPhoto(bytes)
    // Not every messenger shows a WebP.
    if (!card || card.type === 'webp') return 'not-a-picture'
    return card.width === CARD_SIZE.width && card.height === CARD_SIZE.height ? card : 'wrong-picture-size'
  }
  const look = png ?? readSvg(bytes)
  if (typeof look === 'string') return look
  const { type, width, height } = look
  const ratio = width / height
  const fits = width >= 1 && height >= 1 && ratio >= 1 / 4 && ratio <= 8
  return fits && (type === 'svg' || Math.max(width, height) <= MAX_LOGO_SIDE) ? look : 'wrong-picture-size'
}
