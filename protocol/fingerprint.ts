import { WORDS } from './word-list.ts'

/**
 * A public key's id (`keyIdOf`) as six plain words that people read to each other: its first eight bytes in base 1570,
 * lowest digit first, which keeps 63.7 of their 64 bits.
 */
export function fingerprintWords(keyId: string): string[] {
  let value = BigInt(`0x${keyId.slice(0, 16)}`)
  const size = BigInt(WORDS.length)
  return Array.from({ length: 6 }, () => {
    const word = WORDS[Number(value % size)] as string
    value /= size
    return word
  })
}
