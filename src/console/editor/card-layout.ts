// How the words of a card are set: which lines, and how large. Pure; a canvas or a test says how wide a text is.

/** Width in px of a text in bold type of this size. */
export type Measure = (text: string, size: number) => number

export interface SetText {
  lines: string[]
  size: number
}

const ELLIPSIS = '…'

/** The largest of `sizes` at which `text` takes at most `most` lines of `width`; the last one cuts what is left. */
export function setText(
  text: string,
  width: number,
  most: number,
  sizes: readonly number[],
  measure: Measure,
): SetText {
  const words = text.split(/\s+/).filter((it) => it !== '')
  for (const size of sizes) {
    const lines = broken(words, width, (it) => measure(it, size))
    if (lines.length <= most) return { lines, size }
  }
  const size = sizes.at(-1) ?? 16
  const lines = broken(words, width, (it) => measure(it, size)).slice(0, most)
  const last = [...(lines.pop() ?? '')]
  while (last.length > 0 && measure(last.join('') + ELLIPSIS, size) > width) last.pop()
  return { lines: [...lines, last.join('') + ELLIPSIS], size }
}

/** A word wider than a line is parted between its characters. */
function broken(words: readonly string[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && measure(`${line} ${word}`) <= width) {
      line = `${line} ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (line !== '' && measure(line + letter) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line === '' ? lines : [...lines, line]
}
