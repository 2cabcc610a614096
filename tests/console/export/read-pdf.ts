import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Placed {
  text: string
  x: number
  y: number
}

export interface ReadPdf {
  pages: Placed[][]
  title: string
  /** Painting operations of each page that draw lines. */
  strokes: number[]
}

/** A PDF as an independent reader sees it: each page's texts with their places. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: file.slice(), useSystemFonts: false, verbosity: 0 }).promise
  const pages: Placed[][] = []
  const strokes: number[] = []
  for (let i = 1; i <= document.numPages; i++) {
    const page = await document.getPage(i)
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
          : [],
      ),
    )
    strokes.push((await page.getOperatorList()).fnArray.length)
  }
  const { info } = await document.getMetadata()
  await document.destroy()
  return { pages, title: (info as { Title?: string }).Title ?? '', strokes }
}

/** A page's lines from top to bottom, each from left to right. */
export function linesOf(page: readonly Placed[]): string[][] {
  const byLine = new Map<number, Placed[]>()
  for (const it of page) {
    const y = Math.round(it.y)
    byLine.set(y, [...(byLine.get(y) ?? []), it])
  }
  return [...byLine]
    .sort(([a], [b]) => b - a)
    .map(([, items]) => items.sort((a, b) => a.x - b.x).map(({ text }) => text))
}
