// Breaking a text into lines that fit. Pure: how wide a text is, it is told.

/** Width of a text, in whatever unit the room has. */
export type Measure = (text: string) => number

/** Lines no wider than `room`, broken at spaces; a single word that is wider is broken where it must. */
export function wrap(text: string, room: number, widthOf: Measure): string[] {
  const lines: string[] = []
  let line = ''
  // Only where a browser would break, too: no-break spaces hold.
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= room) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter) > room) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  if (line !== '') lines.push(line)
  return lines
}
