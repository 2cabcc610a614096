import { describe, expect, it } from 'vitest'
import { WORDS } from '../../protocol/word-list.ts'
import {
  canonicalPhrase,
  firstDifference,
  judgePhrase,
  PROPOSED_WORDS,
  proposeWords,
} from '../../src/console/passphrase.ts'

const oneLetterApart = (a: string, b: string): boolean => {
  if (a.length === b.length) return [...a].filter((letter, i) => letter !== b[i]).length <= 1
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.length - short.length === 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
}

describe('the word list', () => {
  it('gives six words at least 62 bits', () => {
    expect(PROPOSED_WORDS * Math.log2(new Set(WORDS).size)).toBeGreaterThanOrEqual(62)
    expect(new Set(WORDS).size).toBe(WORDS.length)
  })

  it('has short words that any keyboard can type', () => {
    expect(WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([])
  })

  it('has no two words that one slip of the pen confuses', () => {
    const pairs = WORDS.flatMap((a, i) =>
      WORDS.slice(i + 1)
        .filter((b) => oneLetterApart(a, b))
        .map((b) => `${a}/${b}`),
    )
    expect(pairs).toEqual([])
  })
})

describe('a proposed phrase', () => {
  it('draws every word equally often: bytes past the last whole multiple are drawn again', () => {
    const whole = 65536 - (65536 % WORDS.length)
    const bytes = [whole >> 8, whole & 255, 255, 255, 0, 3]
    expect(proposeWords(1, () => Uint8Array.from(bytes.splice(0, 2)))).toEqual([WORDS[3]])
    const drawn = new Map<string, number>()
    for (let n = 0; n < whole; n++) {
      const [word = ''] = proposeWords(1, () => Uint8Array.of(n >> 8, n & 255))
      drawn.set(word, (drawn.get(word) ?? 0) + 1)
    }
    expect(new Set(drawn.values()).size).toBe(1)
    expect(drawn.size).toBe(WORDS.length)
  })

  it('is another one each time', () => {
    expect(proposeWords().join(' ')).not.toBe(proposeWords().join(' '))
    expect(proposeWords()).toHaveLength(PROPOSED_WORDS)
  })
})

describe('a phrase as typed', () => {
  const shown = ['abeille', 'abri', 'abricot', 'absence', 'acajou', 'accent']

  it('means the same with capitals, dashes and spaces when its words are ours', () => {
    expect(canonicalPhrase(' Abeille abri-abricot  ABSENCE acajou\naccent ')).toBe(shown.join(' '))
  })

  it('means the same as a list, with commas or stops', () => {
    expect(canonicalPhrase('Abeille, abri,abricot ; absence,  acajou, accent.')).toBe(shown.join(' '))
    expect(firstDifference(shown, 'Abeille, abri, abricot, absence, acajou, accent')).toBeNull()
  })

  it('keeps capitals and dashes when the coordinator chose it freely', () => {
    expect(canonicalPhrase('  Mon-Phare,  la Nuit ')).toBe('Mon-Phare, la Nuit')
    expect(canonicalPhrase('e\u0301te\u0301')).toBe('\u00e9t\u00e9')
  })

  it('tells which word differs from those shown', () => {
    expect(firstDifference(shown, shown.join('-').toUpperCase())).toBeNull()
    expect(firstDifference(shown, 'abeille abri abricot absente acajou accent')).toBe(4)
    expect(firstDifference(shown, 'abeille abri')).toBe(3)
    expect(firstDifference(shown, `${shown.join(' ')} accord`)).toBe(7)
  })

  it('is refused when it is short or says the same again and again', () => {
    expect(judgePhrase('court mais joli')).toBe('too-short')
    expect(judgePhrase('ananas ananas ananas ananas ananas')).toBe('too-plain')
    expect(judgePhrase('1111111111111111111111111')).toBe('too-plain')
    expect(judgePhrase('abeille abeille abeille plume plume')).toBe('too-plain')
    expect(judgePhrase('le phare du port est allumé')).toBeNull()
    expect(judgePhrase(shown.join(' '))).toBeNull()
  })
})
