import { open } from 'node:fs/promises'

// What was erased, apart from the database and its backups, so that a restored backup can be made to forget again. Tags only:
// a tag is the hash of a random code and tells nothing about anybody.

export interface Erasure {
  at: string
  what: 'withdrawal'
  campaign: string
  withdrawTag: string
}

export interface ErasureLog {
  /** Resolves when the line is on disk. */
  append(erasure: Erasure): Promise<void>
  close(): Promise<void>
}

/** One JSON object per line, only ever appended. */
export async function openErasureLog(path: string): Promise<ErasureLog> {
  const file = await open(path, 'a', 0o600)
  return {
    async append(erasure) {
      // A single write with O_APPEND, so lines of several requests do not mix.
      await file.appendFile(`${JSON.stringify(erasure)}\n`)
      await file.datasync()
    },
    close: () => file.close(),
  }
}
