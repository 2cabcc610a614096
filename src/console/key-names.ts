import { keyIdOf } from '../../protocol/sealing-key.ts'

// What people read of a key.

/** A public key's id as people compare it: groups of four. Null where it is not a key. */
export async function fingerprint(publicKey: string): Promise<string | null> {
  return (await keyIdOf(publicKey))?.replace(/(.{4})(?=.)/g, '$1 ') ?? null
}

/** `paraphe-ecrire-2024-2026-11-22.age`, with the local date. */
export const keyFileName = (campaign: string, at: Date): string => `paraphe-${campaign}-${localDate(at)}.age`

export const localDate = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
