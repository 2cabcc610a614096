import type { AnswerOf } from '../../../protocol/route.ts'
import type { DUMP_ROUTES, DumpFacts, DumpWithdrawn } from '../../../protocol/sealed-dump.ts'
import type { Received } from '../export-rows.ts'
import { type DumpParts, dumpLines } from './write-dump.ts'

/** How the console asks; each waits out what passes by itself (patient-fetch.ts). */
export interface DumpCalls {
  facts: () => Promise<DumpFacts>
  envelopes: (after: string | null) => Promise<{ items: Received[]; next: string | null }>
  withdrawals: (after: string | null) => Promise<AnswerOf<typeof DUMP_ROUTES.withdrawals>>
}

/** A sealed dump of what the server holds, line by line. */
export async function* fetchedDump(
  { facts, envelopes, withdrawals }: DumpCalls,
  more: Pick<DumpParts, 'savedAt' | 'onProgress'>,
): AsyncGenerator<string> {
  yield* dumpLines({
    facts: await facts(),
    ...more,
    pages: paged(envelopes, (page) => page.items),
    withdrawals: () => paged(withdrawals, ({ tags, envelopes }): DumpWithdrawn => ({ tags, envelopes })),
  })
}

/** Page after page, each as what is wanted of it. */
export async function* paged<P extends { next: string | null }, T>(
  pageAfter: (cursor: string | null) => Promise<P>,
  wanted: (page: P) => T,
): AsyncGenerator<T> {
  for (let cursor: string | null = null; ; ) {
    const page: P = await pageAfter(cursor)
    yield wanted(page)
    if (page.next === null) return
    cursor = page.next
  }
}
