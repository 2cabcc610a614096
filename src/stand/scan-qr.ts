// Reads a QR code with the tablet's camera, in the page: no picture leaves it, or is kept.

const LOOK_EVERY_MS = 120
/** Codes on a screen or a slip are large; more pixels only take longer on a slow tablet. */
const MOST_PIXELS_WIDE = 640

/**
 * Shows the camera in `video` and calls `found` with each code it reads, until that says that it was the one that was looked for, or the
 * function that comes back is called.
 * @throws DOMException where there is no camera, or nobody allowed it
 */
export async function scanQr(video: HTMLVideoElement, found: (text: string) => boolean): Promise<() => void> {
  // `mediaDevices` is missing where a browser has no camera to offer.
  if (!navigator.mediaDevices) throw new DOMException('no camera', 'NotFoundError')
  const [{ decodeQR }, stream] = await Promise.all([
    import('qr/decode.js'),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
  ])
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  const timer = setInterval(() => {
    if (!drawing || video.videoWidth === 0) return
    const scale = Math.min(1, MOST_PIXELS_WIDE / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height)
    const text = read(decodeQR, drawing.getImageData(0, 0, canvas.width, canvas.height))
    // At once: the screen that is looking goes only when it is drawn anew, and the next look may come before.
    if (text !== null && found(text)) clearInterval(timer)
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
    canvas.width = 0
  }
}

/** Null where there is no code in the picture: the library throws then. */
function read(decode: (image: ImageData) => string, image: ImageData): string | null {
  try {
    return decode(image)
  } catch {
    return null
  }
}
