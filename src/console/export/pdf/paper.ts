import type { PDFDocument, PDFFont, PDFPage } from '@cantoo/pdf-lib'
import type { Stroke } from '../../../../protocol/drawn.ts'
import type { Bytes } from '../pieces.ts'
import { beginsRight, visualRuns, writable } from './letter-shapes.ts'

// Pages of a PDF, written one at a time: each is packed as soon as it is full, so that a book of twenty thousand names does not stand
// in memory as drawing commands. Lengths are points; y counts from the bottom, as PDF does.

export const A4 = { width: 595.28, height: 841.89 }
export const MARGIN = 50
export const INNER = A4.width - 2 * MARGIN

/** TrueType files of one family. Loaded by whoever knows where they are: a worker by fetch, Node from its packages. */
export interface FontFiles {
  regular: Uint8Array
  bold: Uint8Array
}

export type Weight = keyof FontFiles

export interface PaperTitle {
  title: string
  language: string
  madeAt: Date
}

type Library = typeof import('@cantoo/pdf-lib')

export class Paper {
  private commands: string[] = []
  private page: PDFPage | null = null
  private readonly widths = new Map<string, number>()

  private constructor(
    private readonly library: Library,
    private readonly document: PDFDocument,
    private readonly fonts: Record<Weight, PDFFont>,
    private readonly letters: ReadonlySet<number>,
  ) {}

  static async begin(files: FontFiles, { title, language, madeAt }: PaperTitle): Promise<Paper> {
    const [library, fontkit] = await Promise.all([import('@cantoo/pdf-lib'), import('@cantoo/fontkit')])
    const document = await library.PDFDocument.create({ updateMetadata: false })
    document.registerFontkit(fontkit as never)
    document.setTitle(title, { showInWindowTitleBar: true })
    document.setLanguage(language)
    document.setProducer('Paraphe')
    document.setCreationDate(madeAt)
    document.setModificationDate(madeAt)
    const fonts = {
      regular: await document.embedFont(files.regular, { subset: true }),
      bold: await document.embedFont(files.bold, { subset: true }),
    }
    return new Paper(library, document, fonts, new Set(fonts.regular.getCharacterSet()))
  }

  get pages(): number {
    return this.document.getPageCount()
  }

  /** The text as it can be written, and whether that is all of it. */
  writable(text: string): { text: string; whole: boolean } {
    return writable(text, this.letters)
  }

  newPage(): void {
    this.pack()
    this.page = this.document.addPage([A4.width, A4.height])
  }

  /** Width of a text that can be written. */
  width(text: string, size: number, weight: Weight = 'regular'): number {
    const key = `${weight} ${text}`
    let width = this.widths.get(key)
    if (width === undefined) {
      width = visualRuns(text).reduce((sum, run) => sum + this.fonts[weight].widthOfTextAtSize(run, 1), 0)
      width += (visualRuns(text).length - 1) * this.fonts[weight].widthOfTextAtSize(' ', 1)
      if (this.widths.size > MOST_WIDTHS) this.widths.clear()
      this.widths.set(key, width)
    }
    return width * size
  }

  /** Writes one line. `right`: x is its right end. */
  text(x: number, y: number, text: string, size: number, weight: Weight = 'regular', right = false): void {
    const font = this.fonts[weight]
    let at = right ? x - this.width(text, size, weight) : x
    for (const run of visualRuns(text)) {
      if (run !== '')
        this.commands.push(`BT /${weight} ${n(size)} Tf ${n(at)} ${n(y)} Td ${font.encodeText(run)} Tj ET`)
      at += this.width(run, size, weight) + this.width(' ', size, weight)
    }
  }

  /** A paragraph's lines at a width; words that are longer than a line are cut between letters. */
  lines(text: string, size: number, width: number, weight: Weight = 'regular'): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (this.width(longer, size, weight) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      while (this.width(line, size, weight) > width) {
        const letters = [...line]
        let count = letters.length - 1
        while (count > 1 && this.width(letters.slice(0, count).join(''), size, weight) > width)
          count = Math.ceil(count * 0.8) - 1
        lines.push(letters.slice(0, Math.max(1, count)).join(''))
        line = letters.slice(Math.max(1, count)).join('')
      }
    }
    return line === '' ? lines : [...lines, line]
  }

  /** A paragraph from `y` downwards; answers where the next line would stand. One that begins at the right is set there. */
  paragraph(y: number, text: string, size: number, weight: Weight = 'regular', leading = 1.45): number {
    const right = beginsRight(text)
    let at = y
    for (const line of this.lines(text, size, INNER, weight)) {
      this.text(right ? A4.width - MARGIN : MARGIN, at, line, size, weight, right)
      at -= size * leading
    }
    return at
  }

  rule(y: number, thickness = 0.5, from = MARGIN, to = A4.width - MARGIN): void {
    this.commands.push(
      `${thickness < 1 ? '0.7' : '0'} G ${n(thickness)} w ${n(from)} ${n(y)} m ${n(to)} ${n(y)} l S 0 G`,
    )
  }

  /** A drawn signature inside a box whose lower left corner is x, y. `height`: the drawing's own, in thousandths of its width. */
  strokes(
    x: number,
    y: number,
    box: { width: number; height: number },
    height: number,
    strokes: readonly Stroke[],
  ): void {
    const scale = Math.min(box.width / 1000, box.height / Math.max(1, height))
    const at = (point: { x: number; y: number }) => `${n(x + point.x * scale)} ${n(y + (height - point.y) * scale)}`
    this.commands.push('q 1 J 1 j 0.9 w')
    for (const [first, ...rest] of strokes) {
      if (!first) continue
      // A dot is a line without length, which round ends make visible.
      const to = rest.length > 0 ? rest : [first]
      this.commands.push(`${at(first)} m ${to.map((point) => `${at(point)} l`).join(' ')} S`)
    }
    this.commands.push('Q')
  }

  /** The whole file. `onPage` writes what stands at the foot of each page, now that their number is known. */
  async end(foot?: (page: number, pages: number) => void): Promise<Bytes> {
    this.pack()
    const pages = this.document.getPages()
    for (const [i, page] of pages.entries()) {
      if (!foot) break
      this.page = page
      foot(i + 1, pages.length)
      this.pack()
    }
    return (await this.document.save({ objectsPerTick: 200 })) as Bytes
  }

  /** Packs what was written on this page so far. */
  private pack(): void {
    const { PDFName } = this.library
    if (!this.page || this.commands.length === 0) return
    const { node } = this.page
    for (const weight of ['regular', 'bold'] as const)
      node.setFontDictionary(PDFName.of(weight), this.fonts[weight].ref)
    const { context } = this.document
    node.addContentStream(context.register(context.flateStream(this.commands.join('\n'))))
    this.commands = []
  }
}

/** Words come again and again; names do not. */
const MOST_WIDTHS = 20_000

/** A number as PDF writes it: never with an exponent. */
const n = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '')
