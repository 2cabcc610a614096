// What link previews show of a page, drawn in the editor's browser and put to the server (PICTURE_ROUTES.put).

import { tokensOf } from '../../../protocol/contrast.ts'
import type { Drawing } from '../../../protocol/petition.ts'
import { CARD_SIZE, MAX_CARD_BYTES } from '../../../protocol/picture-bytes.ts'
import { LOGO_PLATE } from '../../../protocol/picture-path.ts'
import type { ThemeColours } from '../../../protocol/theme.ts'
import { type Measure, setText } from './card-layout.ts'

export interface Card {
  direction: 'ltr' | 'rtl'
  /** The campaign's name, above. */
  campaign: string
  /** A case's title; for the campaign's own page its call. */
  title: string
  /** One line below: the person, the country. */
  line: string
  /** On the button: “Sign the petition”. Empty where nothing can be signed. */
  call: string
  /** Beside the mark. */
  name: string
  /** Null: none. */
  drawing: Drawing | null
  /** Address of the case's photograph, which takes the drawing's place. */
  photo?: string | undefined
  /** Address of the campaign's logo, which takes the mark's place. */
  logo?: string | undefined
  /** Paraphe's own where it is missing. */
  colours?: ThemeColours | undefined
}

const OURS: ThemeColours = { accent: '#ffcb2e', night: '#17140f' }
const INK = '#17140f'
const PAPER = '#fffdf8'
const SOFT = '#d8d0c0'
/** As in Drawing.css. */
const GROUNDS: Record<Drawing, string | null> = { window: '#f3e4dc', drum: '#e8efe9', flute: null }
const MARK = [
  'M4 30C14 8 26 4 28 14S14 40 12 34 34 14 42 16s-6 22 4 20 12-20 20-18-4 18 6 16 14-6 18-10',
  'M20 40c24-6 44-6 66-4',
]

const { width: WIDTH, height: HEIGHT } = CARD_SIZE
const MARGIN = 64
const PICTURE = 420
const font = (size: number, weight = 800) =>
  `${weight} ${size}px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`

/** In the order in which they are tried: words and lines are sharpest, and lightest, as PNG; a photograph makes that too heavy. */
const WAYS: [type: string, quality?: number][] = [
  ['image/png'],
  ['image/jpeg', 0.9],
  ['image/jpeg', 0.75],
  ['image/jpeg', 0.5],
]

/** Draws a card of 1200 by 630 px, as PNG or JPEG. @throws Error where the browser cannot draw, or a picture on it cannot be fetched. */
export async function cardPicture(card: Card): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  drawCard(pen, card, {
    drawing: card.drawing && !card.photo ? await drawingImage(card.drawing, card.colours ?? OURS) : null,
    photo: card.photo ? await imageAt(card.photo) : null,
    logo: card.logo ? await imageAt(card.logo) : null,
  })
  for (const [type, quality] of WAYS) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
    if (blob?.type === type && blob.size <= MAX_CARD_BYTES) return blob
  }
  throw new Error('no picture came of the canvas')
}

interface Images {
  /** 320 by 168. */
  drawing: HTMLImageElement | null
  photo: HTMLImageElement | null
  logo: HTMLImageElement | null
}

function drawCard(pen: CanvasRenderingContext2D, card: Card, { drawing, photo, logo }: Images): void {
  const picture = photo ?? drawing
  const colours = card.colours ?? OURS
  const rtl = card.direction === 'rtl'
  /** Where a box begins, from the side at which reading begins. */
  const from = (start: number, width: number) => (rtl ? WIDTH - start - width : start)
  const edge = from(MARGIN, 0)
  const room = picture ? WIDTH - PICTURE - 2 * MARGIN : WIDTH - 2 * MARGIN
  const measure: Measure = (text, size) => {
    pen.font = font(size)
    return pen.measureText(text).width
  }
  pen.direction = card.direction
  pen.textAlign = 'start'
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = colours.night
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  if (picture) {
    const soft = tokensOf(colours, 'light')['--accent-soft'] ?? PAPER
    pen.fillStyle = (card.drawing && GROUNDS[card.drawing]) ?? soft
    pen.fillRect(from(WIDTH - PICTURE, PICTURE), 0, PICTURE, HEIGHT)
    const [wide, high] = [PICTURE - 40, ((PICTURE - 40) * 168) / 320]
    if (photo) cover(pen, photo, from(WIDTH - PICTURE, PICTURE), 0, PICTURE, HEIGHT)
    else pen.drawImage(picture, from(WIDTH - PICTURE + 20, wide), (HEIGHT - high) / 2, wide, high)
  }

  const write = (text: string, y: number, size: number, colour: string, weight = 800) => {
    pen.font = font(size, weight)
    pen.fillStyle = colour
    pen.fillText(text, edge, y)
  }
  const above = setText(card.campaign, room, 1, [30, 26], measure)
  write(above.lines[0] ?? '', 104, above.size, colours.accent)
  const title = setText(card.title, room, 4, [76, 68, 60, 52, 46], measure)
  let y = 150
  for (const line of title.lines) {
    y += title.size * 1.14
    write(line, y, title.size, PAPER)
  }
  y += 22
  // A long title leaves it one line above the button, or none.
  const lines = Math.min(2, Math.floor((HEIGHT - 140 - y) / 40))
  const below = setText(lines > 0 ? card.line : '', room, lines, [30, 26], measure)
  for (const line of below.lines) {
    y += below.size * 1.35
    write(line, y, below.size, SOFT, 500)
  }

  let start = MARGIN
  const base = HEIGHT - 116
  if (card.call !== '') {
    const size = 28
    const wide = Math.min(room, measure(card.call, size) + 64)
    pen.fillStyle = colours.accent
    pen.beginPath()
    pen.roundRect(from(start, wide), base, wide, 68, 16)
    pen.fill()
    pen.font = font(size)
    pen.fillStyle = tokensOf(colours, 'light')['--accent-ink'] ?? INK
    pen.fillText(card.call, from(start + 32, 0), base + 44, wide - 64)
    start += wide + 36
  }
  const left = MARGIN + room - start
  const mark = logo ? onPlate(contained(logo, 144, 56)) : { wide: 92, high: 44 }
  if (left > mark.wide) {
    const [x, y] = [from(start, mark.wide), base + 34 - mark.high / 2]
    if (logo) {
      pen.fillStyle = LOGO_PLATE
      pen.beginPath()
      pen.roundRect(x, y, mark.wide, mark.high, 12)
      pen.fill()
      pen.drawImage(logo, x + PLATE, y + PLATE, mark.wide - 2 * PLATE, mark.high - 2 * PLATE)
    } else drawMark(pen, x, y, colours.accent)
  }
  const after = mark.wide + 16
  const name = setText(card.name, left - after, 1, [26, 22, 18], measure)
  // Half a name beside its logo says less than the logo.
  if (left > after + 72 && !(logo && measure(card.name, name.size) > left - after)) {
    pen.font = font(name.size)
    pen.fillStyle = PAPER
    pen.fillText(name.lines[0] ?? '', from(start + after, 0), base + 34 + name.size / 3)
  }
}

/** The largest part of a photograph that has the box's shape. A face is more often in its upper half. */
function cover(
  pen: CanvasRenderingContext2D,
  image: HTMLImageElement,
  x: number,
  y: number,
  w: number,
  h: number,
): void {
  const scale = Math.max(w / image.naturalWidth, h / image.naturalHeight)
  const [sw, sh] = [w / scale, h / scale]
  pen.drawImage(image, (image.naturalWidth - sw) / 2, (image.naturalHeight - sh) / 3, sw, sh, x, y, w, h)
}

/** A drawing may come without sides of its own; then it is a square. */
function contained(image: HTMLImageElement, w: number, h: number): { wide: number; high: number } {
  const scale = Math.min(w / (image.naturalWidth || h), h / (image.naturalHeight || h))
  return { wide: (image.naturalWidth || h) * scale, high: (image.naturalHeight || h) * scale }
}

/** Around a logo, which may be dark letters on nothing. */
const PLATE = 10
const onPlate = ({ wide, high }: { wide: number; high: number }) => ({ wide: wide + 2 * PLATE, high: high + 2 * PLATE })

function drawMark(pen: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  pen.save()
  pen.translate(x, y)
  pen.strokeStyle = colour
  pen.lineWidth = 3.5
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const path of MARK) pen.stroke(new Path2D(path))
  pen.restore()
}

/** One of public/drawings.svg, in the colours of paper, as an image of its own. */
async function drawingImage(name: Drawing, { accent }: ThemeColours): Promise<HTMLImageElement> {
  const response = await fetch('/drawings.svg')
  const all = await response.text()
  const begin = all.indexOf(`<g id="${name}">`)
  if (!response.ok || begin < 0) throw new Error('the drawings did not come')
  const next = all.indexOf('\n  <g id=', begin)
  const shapes = all
    .slice(begin, next < 0 ? all.indexOf('</svg>') : next)
    .replaceAll('var(--paper)', PAPER)
    .replaceAll('var(--accent)', accent)
  const look = 'fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="504" viewBox="0 0 320 168" color="${INK}" ${look}>${shapes}</svg>`
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    return await imageAt(url)
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function imageAt(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}
