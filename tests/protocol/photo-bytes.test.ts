import { describe, expect, it } from 'vitest'
import { readPhoto } from '../../protocol/photo-bytes.ts'
import { lookAt, MAX_PHOTO_BYTES } from '../../protocol/picture-bytes.ts'
import { jpeg } from '../jpeg.ts'

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** One pixel each, as encoders write them. */
const WEBP = bytes('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA')
const JPEG = jpeg(1, 1)

/** The same WebP with another chunk behind its pixels. */
function withChunk(name: string): Uint8Array {
  const all = Uint8Array.from([...WEBP, ...Buffer.from(name), 4, 0, 0, 0, ...Buffer.from('Lomé'.slice(0, 3)), 0])
  new DataView(all.buffer).setUint32(4, all.length - 8, true)
  return all
}

/** The same JPEG with a segment before its pixels. */
const withSegment = (marker: number) =>
  Uint8Array.from([...JPEG.subarray(0, 2), 0xff, marker, 0, 6, 0x45, 0x78, 0x69, 0x66, ...JPEG.subarray(2)])

describe('a photograph of a case', () => {
  it('is a WebP or a JPEG, and tells its sides', () => {
    expect(readPhoto(WEBP)).toEqual({ type: 'webp', width: 1, height: 1 })
    expect(readPhoto(JPEG)).toEqual({ type: 'jpg', width: 1, height: 1 })
    expect(lookAt(WEBP, 'case')).toEqual({ type: 'webp', width: 1, height: 1 })
  })

  it('holds nothing but the picture: no place, no camera, no words', () => {
    for (const name of ['EXIF', 'XMP ', 'ANIM', 'junk'])
      expect(lookAt(withChunk(name), 'case'), name).toBe('not-a-picture')
    for (const marker of [0xe1, 0xed, 0xfe]) expect(lookAt(withSegment(marker), 'case')).toBe('not-a-picture')
    expect(readPhoto(withSegment(0xe2)), 'a colour profile may be').not.toBeNull()
  })

  it('is whole, and neither too heavy nor another kind of file', () => {
    for (const whole of [WEBP, JPEG])
      for (let length = 0; length < whole.length; length++) expect(readPhoto(whole.subarray(0, length))).toBeNull()
    expect(lookAt(new Uint8Array(MAX_PHOTO_BYTES + 1), 'case')).toBe('too-large')
    expect(lookAt(bytes('iVBORw0KGgo='), 'case')).toBe('not-a-picture')
    expect(lookAt(WEBP, 'card')).toBe('not-a-picture')
    expect(lookAt(WEBP, 'logo')).not.toHaveProperty('type')
  })
})
