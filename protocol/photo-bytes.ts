// Photographs of cases: WebP (RFC 9649) or JPEG (ITU T.81), as a canvas writes them. Whatever carries more than the picture is refused:
// where it was taken and by which camera stands in those parts.

/** Sides in px. */
export interface PhotoLook {
  type: 'webp' | 'jpg'
  width: number
  height: number
}

/** What a photograph shows; null where the bytes are none, or hold anything beside it. */
export const readPhoto = (bytes: Uint8Array): PhotoLook | null => readWebp(bytes) ?? readJpeg(bytes)

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Chunks of pixels and colour; not EXIF, XMP or an animation. */
const PLAIN = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']

function readWebp(bytes: Uint8Array): PhotoLook | null {
  if (bytes.length < 30 || textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(4, true) + 8 !== bytes.length) return null
  let look: PhotoLook | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = textAt(bytes, at)
    const length = view.getUint32(at + 4, true)
    if (!PLAIN.includes(name) || at + 8 + length > bytes.length) return null
    look ??= sidesIn(name, view, at + 8, length)
    at += 8 + length + (length % 2)
  }
  return look
}

function sidesIn(name: string, view: DataView, at: number, length: number): PhotoLook | null {
  const look = (width: number, height: number): PhotoLook => ({ type: 'webp', width, height })
  if (length < 10) return null
  // RFC 6386 §9.1: three bytes of tag, three of start code, then 14 bits for each side.
  if (name === 'VP8 ') return look(view.getUint16(at + 6, true) & 0x3fff, view.getUint16(at + 8, true) & 0x3fff)
  if (name === 'VP8L') {
    const bits = view.getUint32(at + 1, true)
    return look((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  const three = (from: number) => view.getUint16(from, true) + view.getUint8(from + 2) * 0x10000 + 1
  return name === 'VP8X' ? look(three(at + 4), three(at + 7)) : null
}

function readJpeg(bytes: Uint8Array): PhotoLook | null {
  const end = bytes.length
  if (end < 20 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[end - 2] !== 0xff || bytes[end - 1] !== 0xd9)
    return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let look: PhotoLook | null = null
  for (let at = 2; at + 9 < end; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // From here on there are only pixels.
    if (marker === 0xda) return look
    // APP0 says JFIF, APP2 a colour profile; EXIF, XMP and the others stand in the rest, and words in COM.
    if ((marker >= 0xe1 && marker <= 0xef && marker !== 0xe2) || marker === 0xfe) return null
    if (marker >= 0xc0 && marker <= 0xc2)
      look = { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
