// Texts as they are compared, never as they are shown: what two hands write differently and mean the same.

/** Letters that Unicode does not take apart: of French, of Ewe and Mina, and of a few neighbours. */
const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɛ: 'e',
  ǝ: 'e',
  ə: 'e',
  ƒ: 'f',
  ɣ: 'g',
  ɩ: 'i',
  ı: 'i',
  ŋ: 'n',
  ɔ: 'o',
  ʋ: 'v',
}
const TO_SPELL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
const PLAIN = /^[a-z ]*$/

/** Lower case without accents; apostrophes are left out, everything else between letters and digits is one space. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower.replace(/ +/g, ' ').trim()
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(TO_SPELL, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `koffi` and `kofi` are one name. */
const undouble = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1')

/** The words of a name in the order of the alphabet, so that it does not matter which one is the first name. */
export const nameWords = (firstName: string, lastName: string): string[] =>
  fold(`${firstName} ${lastName}`).split(' ').filter(Boolean).map(undouble).sort()

/** A place: its words in their order. */
export const foldPlace = (...parts: (string | undefined)[]): string => parts.map((it) => fold(it ?? '')).join(' / ')
