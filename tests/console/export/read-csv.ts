/** A plain reader of RFC 4180, which knows nothing of how the file was made. @throws Error where the text is not such a file */
export function readCsv(text: string, delimiter: ',' | ';'): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('no byte order mark')
  const rows: string[][] = []
  let at = 1
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      let cell = ''
      if (text[at] === '"') {
        for (at++; ; at++) {
          if (at >= text.length) throw new Error('a quote is not closed')
          if (text[at] === '"' && text[++at] !== '"') break
          cell += text[at]
        }
      } else {
        while (text[at] !== delimiter && text[at] !== '\r') {
          if (at >= text.length || text[at] === '"' || text[at] === '\n') throw new Error(`a bare character at ${at}`)
          cell += text[at++]
        }
      }
      row.push(cell)
      if (text[at] !== delimiter) break
      at++
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no end of line at ${at}`)
    at += 2
    rows.push(row)
  }
  return rows
}
