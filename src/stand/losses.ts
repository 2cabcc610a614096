// What a tablet that is emptied would take with it: all that no server has answered for. Pure but for the reading.
import type { Storage } from '../outbox/storage.ts'

export interface Losses {
  waiting: number
  refused: number
  /** A withdrawal that is lost leaves a signature where its signer does not want it. */
  withdrawals: number
}

/** More than anybody will ever have waiting. */
const MOST = 10_000

/** @throws StorageFailure */
export const lossesOf = (storage: Storage): Promise<Losses> =>
  storage.read(async (tx) => {
    const { waiting, refused } = await tx.tally()
    return { waiting, refused, withdrawals: (await tx.withdrawals('waiting', MOST)).length }
  })

export const losesSomething = (losses: Losses): boolean => Object.values(losses).some((it) => it > 0)
