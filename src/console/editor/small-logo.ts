import { lookAt, MAX_LOGO_BYTES } from '../../../protocol/picture-bytes.ts'
import { scaled } from './photo.ts'

/** px, the longer side: three times what any page shows is plenty. */
const SIDES = [512, 384, 256, 160]

/**
 * An SVG, or a PNG that can be a logo, as it is; any other picture as a PNG that is small enough. Null where it stays heavier.
 * @throws Error where the file is not a picture that this browser can read
 */
export async function smallLogo(file: Blob): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (typeof lookAt(bytes, 'logo') !== 'string') return bytes
  // What an SVG may not hold is the server's to say.
  if (file.type.includes('svg')) return bytes.length > MAX_LOGO_BYTES ? null : bytes
  const whole = await createImageBitmap(file)
  try {
    for (const side of SIDES) {
      const small = await new Promise<Blob | null>((done) => scaled(whole, side).toBlob(done))
      if (small && small.size <= MAX_LOGO_BYTES) return new Uint8Array(await small.arrayBuffer())
    }
    return null
  } finally {
    whole.close()
  }
}
