import { keyIdOf } from '../../protocol/sealing-key.ts'

// What people read of a key.

/** A public key's id as people compare it: groups of four. Null where it is not a key. */
export async function fingerprint(publicKey: string): Promise<string | null> {
  const id = await keyIdOf(publicKey)
  return id === null ? null : inFours(id)
}

/** A key's id as people compare it. */
export const inFours = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ')

/** How a language calls a key and a copy of its file, in a file's name. */
export interface KeyFileWords {
  key: string
  copy: string
}

/**
 * `paraphe-ecrire-2024-cle-2-2026-11-22.age`, `…-cle-2-copie-2026-11-22.age`, with the local date. By the sealing key's number one
 * tells files of the same day apart.
 */
export const keyFileName = (campaign: string, serial: number, copy: boolean, at: Date, words: KeyFileWords): string =>
  `paraphe-${campaign}-${words.key}-${serial}${copy ? `-${words.copy}` : ''}-${localDate(at)}.age`

export const localDate = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
