// What a font can write of a text, and in which order its parts stand on the line.

/** Stands where a letter would, in a script that the font lacks. */
export const MISSING = '\u25a1'

/** Controls, and signs that only steer others: an override of direction, a joiner, a mark of presentation. */
const UNSEEN = /[\p{Cc}\p{Cf}]|[\ufe00-\ufe0f]/gu

/** The text as the font can write it; `whole` is false where a letter is lacking. */
export function writable(text: string, has: ReadonlySet<number>): { text: string; whole: boolean } {
  let whole = true
  const letters = [...text.replace(/\s+/g, ' ').replace(UNSEEN, '').normalize('NFC')].map((letter) => {
    if (has.has(letter.codePointAt(0) as number)) return letter
    // Full-width signs and ligatures have a plain form.
    const plain = letter.normalize('NFKC')
    if ([...plain].every((it) => has.has(it.codePointAt(0) as number))) return plain
    whole = false
    return MISSING
  })
  return { text: letters.join(''), whole }
}

/** Hebrew, Arabic, N’Ko and what is written like them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const LETTER = /\p{L}/u

/** Whether a line begins at the right: its first letter decides (Unicode UAX #9, rule P2). */
export const beginsRight = (text: string): boolean => RIGHT_TO_LEFT.test(text.match(LETTER)?.[0] ?? '')

/**
 * Words that run the same way, together, in the order in which they stand from left to right. Within each the font's own rules apply. A
 * line of names needs no more of UAX #9.
 */
export function visualRuns(text: string): string[] {
  const runs: { right: boolean; words: string[] }[] = []
  for (const word of text.split(' ')) {
    const right = RIGHT_TO_LEFT.test(word)
    const last = runs.at(-1)
    if (last && (last.right === right || !LETTER.test(word))) last.words.push(word)
    else runs.push({ right, words: [word] })
  }
  if (beginsRight(text)) runs.reverse()
  return runs.map(({ words }) => words.join(' '))
}
