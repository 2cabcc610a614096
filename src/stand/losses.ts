// What a tablet that is emptied would take with it: all that no server has answered for. Pure but for the reading.
import type { Storage } from '../outbox/storage.ts'
import { readSavedFile, type SavedFile } from './saved-file.ts'

export interface Losses {
  waiting: number
  refused: number
  /** A withdrawal that is lost leaves a signature where its signer does not want it. */
  withdrawals: number
}

export interface Leaving {
  losses: Losses
  file: SavedFile | null
}

/** More than anybody will ever have waiting. */
const MOST = 10_000

/** @throws StorageFailure */
export const leavingOf = (storage: Storage): Promise<Leaving> =>
  storage.read(async (tx) => {
    const { waiting, refused } = await tx.tally()
    const withdrawals = (await tx.withdrawals('waiting', MOST)).length
    return { losses: { waiting, refused, withdrawals }, file: await readSavedFile(tx) }
  })

/** All that would be lost here is in a file that was saved: one copy is left, for whoever takes it in. */
export const isCarried = ({ losses, file }: Leaving): boolean =>
  file !== null && file.since === 0 && losses.withdrawals === 0

export const losesSomething = (losses: Losses): boolean => Object.values(losses).some((it) => it > 0)
