import { toHex } from '../../../protocol/ids.ts'
import type { Figures } from './figures.ts'
import type { Bytes } from './pieces.ts'

// What goes with the files of an export: from what, by whom and when they were made, and by which sums a file is known again.

export interface Manifest {
  paraphe: 'export'
  v: 1
  campaign: string
  /** ISO 8601 in UTC, by the clock of who exported. */
  madeAt: string
  /** The coordinator's name; null on the command line, which knows no names. */
  madeBy: string | null
  /** Paraphe's own version. */
  app: string
  /** What was chosen: cases, days, stands, channels; empty for everything. */
  filters: Record<string, unknown>
  figures: Figures
  files: ManifestFile[]
  envelopes: Named
  /** The batches that brought these envelopes first. Which envelope came in which is not said. */
  batches: BatchesNamed
  /** Ids of the envelopes of earlier confirmed exports that were withdrawn since; null where that is not known. */
  withdrawn: string[] | null
  /** When the sealed dump was saved that all of it comes from; absent where it came from the server's own rows. */
  dumpSavedAt?: string
}

export interface ManifestFile {
  name: string
  bytes: number
  /** Lower-case hex, as `sha256sum` prints it. */
  sha256: string
}

/** Few ids are listed; of many there is their digest. */
export interface Named {
  count: number
  /** Lower-case hex SHA-256 over the sorted ids, each followed by a line feed. */
  digest: string
  ids?: string[]
}

export interface BatchesNamed extends Named {
  /** Envelopes of which nobody knows the batch: they came before that was kept, or are in a dump that was saved before. */
  unknown: number
}

/** More would make the manifest the longest file of all. */
export const MOST_IDS = 10_000

/** Ids in their order, each once. */
export async function named(ids: Iterable<string>): Promise<Named> {
  const sorted = [...new Set(ids)].sort()
  return {
    count: sorted.length,
    digest: await sha256(new TextEncoder().encode(sorted.map((id) => `${id}\n`).join(''))),
    ...(sorted.length <= MOST_IDS ? { ids: sorted } : {}),
  }
}

/** A file's line; the pieces are what is saved, in their order. */
export async function manifestFile(name: string, pieces: readonly Bytes[]): Promise<ManifestFile> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return { name, bytes: whole.length, sha256: await sha256(whole) }
}

const sha256 = async (bytes: Bytes): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

/** The manifest's own bytes, for people to read as well. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`
