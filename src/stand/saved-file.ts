// A hand-off file that was saved is a second copy, and no delivery: whoever empties the tablet is told how many it holds, and how many
// have come since. Pure but for the writing.
import type { Notes } from '../outbox/notes.ts'
import type { HandOffFile } from '../outbox/save-hand-off.ts'
import type { Reading, Storage, Tally } from '../outbox/storage.ts'

export interface SavedFile {
  /** Device clock. */
  at: number
  /** Envelopes in it. */
  items: number
  /** Waiting ones that are not. */
  since: number
}

/** @throws StorageFailure */
export const noteSavedFile = (storage: Storage, { items, lastSeq }: HandOffFile, now: number): Promise<void> =>
  storage.write(async (tx) => {
    const device = (await tx.note('enrolled'))?.device ?? null
    await tx.putNote('handedOff', { device, at: now, items, lastSeq })
  })

/** Null where none was saved under this enrolment, which numbers from 1. The newest wait longest: the oldest are sent first. */
export function savedFile(
  note: Notes['handedOff'] | null,
  device: string | null,
  { lastSeq, waiting }: Pick<Tally, 'lastSeq' | 'waiting'>,
): SavedFile | null {
  if (!note || note.device !== device) return null
  const { at, items } = note
  return { at, items, since: Math.min(waiting, Math.max(0, lastSeq - note.lastSeq)) }
}

export const readSavedFile = async (tx: Reading): Promise<SavedFile | null> =>
  savedFile(await tx.note('handedOff'), (await tx.note('enrolled'))?.device ?? null, await tx.tally())
