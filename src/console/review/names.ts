// Whether two names may be one person's, who gave the same number or address both times. Where that is in doubt the answer is no:
// then both count, and a person looks at them.

/** From so many letters on, one that differs is a slip of the finger (Mensah, Mensa), and not another name (Afi, Ami). */
const LONG = 6

/**
 * `a` and `b` are words as `nameWords` gives them. Compatible: each word of the shorter name is in the longer one, at least one of
 * them whole and two in all (unless the names are equal); an initial stands for its word, and in one long word one letter may
 * differ. Or both are the same letters, however they were parted into words.
 */
export function compatible(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return many.length === 0
  if (few.length === many.length && few.every((word, i) => word === many[i])) return true
  if (sameLetters(few, many)) return true
  if (few.length < 2) return false

  const left = [...many]
  const take = (fits: (word: string) => boolean): boolean => {
    const at = left.findIndex(fits)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const rest = few.filter((word) => !take((other) => other === word))
  if (rest.length === few.length) return false
  let slips = 0
  return rest.every(
    (word) =>
      take((other) => isInitial(word, other) || isInitial(other, word)) ||
      (slips++ === 0 && take((other) => oneLetterApart(word, other))),
  )
}

const isInitial = (short: string, word: string): boolean => short.length === 1 && word.startsWith(short)

/** `Jean Pierre` and `Jeanpierre`. The words are sorted, so that their letters are compared as a bag. */
function sameLetters(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length) return false
  const [joined, other] = [a.join(''), b.join('')]
  if (joined.length !== other.length) return false
  // Every word of the longer list has to stand whole inside one word of the shorter one.
  return b.every((word) => a.some((whole) => whole.includes(word))) && letters(joined) === letters(other)
}

const letters = (text: string): string => [...text].sort().join('')

/** One letter changed, added, left out, or two neighbours swapped, in a word that is long enough. */
export function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < LONG || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
