import { MAX_PHOTO_BYTES, MAX_PHOTO_SIDE } from '../../../protocol/picture-bytes.ts'

// A photograph made fit for a phone on a bad line. It is drawn anew, so that nothing but its pixels is left: no place, no camera.

const QUALITIES = [0.82, 0.7, 0.55, 0.4]
const SIDES = [MAX_PHOTO_SIDE, 900, 640]

/**
 * WebP, or JPEG where the browser writes none, of at most 1200 px and 150 KiB. Null where it stays heavier.
 * @throws Error where the file is not a picture that this browser can read
 */
export async function smallPhoto(file: Blob): Promise<Blob | null> {
  const whole = await createImageBitmap(file)
  try {
    for (const side of SIDES) {
      // JPEG knows no transparency, and would show it as black.
      const canvas = scaled(whole, side, '#fff')
      for (const quality of QUALITIES) {
        const blob = await written(canvas, quality)
        if (blob && blob.size <= MAX_PHOTO_BYTES) return blob
      }
    }
    return null
  } finally {
    whole.close()
  }
}

/** As it is, or with its longer side as long as `side`, in px; on a ground or on none. */
export function scaled(whole: ImageBitmap, side: number, ground?: string): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(whole.width, whole.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(whole.width * scale))
  canvas.height = Math.max(1, Math.round(whole.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  if (ground) {
    pen.fillStyle = ground
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.drawImage(whole, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Browsers that cannot write WebP write PNG instead and do not say so. */
async function written(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  const webp = await as('image/webp')
  return webp?.type === 'image/webp' ? webp : as('image/jpeg')
}
