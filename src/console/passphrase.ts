import { type RandomBytes, systemRandom } from '../../protocol/ids.ts'
import { WORDS } from '../../protocol/word-list.ts'

// The phrase that closes the key file. Six words from a list of more than 1296 carry more than 62 bits.

export const PROPOSED_WORDS = 6
export const MIN_PHRASE = 20
const MIN_DIFFERENT = 8

/** A number from 0 to `below` - 1, each as likely as the other: two random bytes, drawn again where they fall into the rest. */
function evenly(below: number, random: RandomBytes): number {
  const whole = 65536 - (65536 % below)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const drawn = high * 256 + low
    if (drawn < whole) return drawn % below
  }
}

export const proposeWords = (count = PROPOSED_WORDS, random: RandomBytes = systemRandom): string[] =>
  Array.from({ length: count }, () => WORDS[evenly(WORDS.length, random)] as string)

const known = new Set(WORDS)

/**
 * The one form in which a phrase closes and opens a file: Unicode NFC, single spaces, none around. Where every word is of our
 * list, also lower case and spaces for dashes, commas and the like, because keyboards write capitals and people write lists; so the
 * standard `age` command opens the file with the words as they were shown.
 */
export function canonicalPhrase(typed: string): string {
  const plain = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
  const words = wordsOf(plain)
  return words.length > 1 && words.every((word) => known.has(word)) ? words.join(' ') : plain
}

const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/[\s,;.-]+/)
    .filter(Boolean)

/** What is wrong with a phrase of one's own, or null: twenty characters, and not the same few again and again. */
export function judgePhrase(typed: string): 'too-short' | 'too-plain' | null {
  const phrase = canonicalPhrase(typed)
  if ([...phrase].length < MIN_PHRASE) return 'too-short'
  if (new Set(phrase.toLowerCase().replaceAll(' ', '')).size < MIN_DIFFERENT) return 'too-plain'
  const words = wordsOf(phrase)
  return words.length > 2 && new Set(words).size < words.length / 2 ? 'too-plain' : null
}

/** Which of the shown words was typed back otherwise, counted from 1; null where all of them agree. */
export function firstDifference(shown: readonly string[], typed: string): number | null {
  const words = wordsOf(typed)
  for (let i = 0; i < Math.max(shown.length, words.length); i++) if (shown[i] !== words[i]) return i + 1
  return null
}
