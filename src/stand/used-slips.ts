// A slip belongs to one person: whoever holds its code withdraws what was signed with it. Kept beyond a restart and over days, as
// what stands in clear on the envelopes anyway; kiosk and paper rows share it.
import { withdrawTag } from '../../protocol/receipt.ts'
import { type Storage, StorageFailure } from '../outbox/storage.ts'
import { storage } from '../outbox/this-device.ts'

/** More slips than a tablet sees in a campaign; the oldest go first. */
const KEPT = 5000

export class UsedSlips {
  /** Those of this page: they count at once, and where the storage fails. */
  private readonly here = new Set<string>()

  constructor(private readonly storage: Pick<Storage, 'read' | 'write'>) {}

  async has(campaign: string, code: string): Promise<boolean> {
    const tag = await withdrawTag(campaign, code)
    return this.here.has(tag) || (await this.isNoted(tag))
  }

  /** From the first try to keep something with it: a try that seems to fail may have been kept. */
  async use(campaign: string, code: string): Promise<void> {
    const tag = await withdrawTag(campaign, code)
    this.here.add(tag)
    await this.note(tag)
  }

  /** False where it is someone's already. Else it is held, before anything is waited for: two rows may be on their way at once. */
  async claim(tag: string): Promise<boolean> {
    if (this.here.has(tag)) return false
    this.here.add(tag)
    return !(await this.isNoted(tag))
  }

  /** A claimed one with which nothing was kept. */
  free(tag: string): void {
    this.here.delete(tag)
  }

  note(tag: string): Promise<void> {
    return orNot(async () => {
      await this.storage.write(async (tx) => {
        const before = (await tx.note('slips')) ?? []
        if (!before.includes(tag)) await tx.putNote('slips', [...before, tag].slice(-KEPT))
      })
    }, undefined)
  }

  private isNoted(tag: string): Promise<boolean> {
    return orNot(async () => (await this.storage.read((tx) => tx.note('slips')))?.includes(tag) ?? false, false)
  }
}

/** Keeping the signature will say what is wrong with the storage. */
async function orNot<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return otherwise
  }
}

export const usedSlips = new UsedSlips(storage)
