import type { DumpFacts, DumpWithdrawn } from '../../protocol/sealed-dump.ts'

// What leaves with a sealed dump besides the envelopes.

export interface DumpStore {
  /** Null where the campaign does not exist. */
  dumpFacts(campaign: string): Promise<DumpFacts | null>
  /** Tags and ids, `size` of each at most, after a page's cursor; null where the cursor is not one. `next` is null at the end. */
  withdrawals(
    campaign: string,
    after: string | null,
    size: number,
  ): Promise<(DumpWithdrawn & { next: string | null }) | null>
}
