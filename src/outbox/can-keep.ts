import { type Storage, StorageFailure, type StorageProblem } from './storage.ts'
import { storage as here } from './this-device.ts'

/** Null where this device keeps what is written to it: its counts, written once more as they are. */
export async function whyNotKept(storage: Storage = here): Promise<StorageProblem | null> {
  try {
    await storage.write(async (tx) => tx.putTally(await tx.tally()))
    return null
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return error.problem
  }
}
