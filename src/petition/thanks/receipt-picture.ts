// The receipt as a picture that fits a phone's screen. Black on white, like the paper one.
import { qrPath } from '../../ui/qr-path.ts'
import { type Measure, wrap } from './wrap.ts'

export interface ReceiptText {
  title: string
  campaign: string
  text: string
  /** Where the code is typed, without a scheme. */
  address: string
  keep: string
  /** In groups. */
  receipt: string
  link: string
}

const WIDTH = 1080
const MARGIN = 84
const INNER = WIDTH - 2 * MARGIN
const QR = 600

interface Line {
  text: string
  font: string
  /** From the line before to this one's foot, in pixels. */
  down: number
}

const sans = (weight: number, size: number) =>
  `${weight} ${size}px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif`
const CODE = '700 54px ui-monospace, Menlo, Consolas, monospace'

/** @throws where the browser has no canvas, or makes no picture of it */
export async function receiptPicture(receipt: ReceiptText): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const lines = (text: string, font: string, height: number, gap: number): Line[] => {
    pen.font = font
    const measure: Measure = (it) => pen.measureText(it).width
    return wrap(text, INNER, measure).map((it, n) => ({ text: it, font, down: n === 0 ? height + gap : height }))
  }
  const groups = receipt.receipt.split('-')
  const half = Math.ceil(groups.length / 2)
  const above = [...lines(receipt.campaign, sans(600, 40), 52, 0), ...lines(receipt.title, sans(800, 84), 96, 8)]
  const below = [
    ...lines(`${groups.slice(0, half).join('-')}-`, CODE, 72, 24),
    ...lines(groups.slice(half).join('-'), CODE, 72, 0),
    ...lines(receipt.text, sans(400, 40), 54, 32),
    ...lines(receipt.address, sans(700, 40), 54, 16),
    ...lines(receipt.keep, sans(400, 36), 50, 24),
  ]
  const heightOf = (all: Line[]) => all.reduce((sum, it) => sum + it.down, 0)
  canvas.width = WIDTH
  canvas.height = MARGIN + heightOf(above) + 48 + QR + heightOf(below) + MARGIN
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = 'black'
  const write = (all: Line[], from: number): number => {
    let foot = from
    for (const { text, font, down } of all) {
      foot += down
      pen.font = font
      pen.fillText(text, MARGIN, foot)
    }
    return foot
  }
  const top = write(above, MARGIN) + 48
  const { encodeQR } = await import('qr')
  drawQr(pen, encodeQR(receipt.link, 'raw', { ecc: 'medium', border: 2 }), MARGIN - 24, top)
  write(below, top + QR)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}

function drawQr(pen: CanvasRenderingContext2D, modules: boolean[][], x: number, y: number): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(QR / modules.length, QR / modules.length)
  pen.fill(new Path2D(qrPath(modules)))
  pen.restore()
}
