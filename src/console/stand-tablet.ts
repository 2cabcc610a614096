// A stand's tablet goes from hand to hand: no private key is ever made or read there (design §5).
import { type Storage, StorageFailure } from '../outbox/storage.ts'

/** Enrolled, or about to be. A browser without storage is no tablet of a stand. */
export async function isStandTablet(storage: Pick<Storage, 'read'>): Promise<boolean> {
  try {
    return await storage.read(async (tx) => Boolean((await tx.note('enrolled')) ?? (await tx.note('enrolling'))))
  } catch (error) {
    if (error instanceof StorageFailure) return false
    throw error
  }
}
