import { toBase64url } from '../../../protocol/base64url.ts'
import { FIRST_LINK, nextLink } from '../../../protocol/hand-off.ts'
import {
  type DumpFacts,
  type DumpTail,
  type DumpWithdrawn,
  MAX_DUMP_ITEMS,
  MAX_DUMP_WITHDRAWN,
} from '../../../protocol/sealed-dump.ts'
import type { Received } from '../export-rows.ts'

// Saves what came in as a file, still sealed: no key is needed for it, and none is in it.

export interface DumpParts {
  facts: DumpFacts
  /** ISO 8601 in UTC. */
  savedAt: string
  pages: AsyncIterable<readonly Received[]>
  /** Asked for after the last page: what is withdrawn while the pages come has to be among them. */
  withdrawals: () => AsyncIterable<DumpWithdrawn>
  onProgress?: (envelopes: number) => void
}

/** The file's lines, each with its line feed. */
export async function* dumpLines({
  facts,
  savedAt,
  pages,
  withdrawals,
  onProgress,
}: DumpParts): AsyncGenerator<string> {
  let chain: Uint8Array = FIRST_LINK
  const counted = { envelopes: 0, withdrawn: 0 }
  const linked = async (line: object): Promise<string> => {
    const text = JSON.stringify(line)
    chain = await nextLink(chain, text)
    return `${text}\n`
  }
  yield linked({ paraphe: 'sealed-dump', v: 1, savedAt, ...facts })
  for await (const page of pages) {
    for (let at = 0; at < page.length; at += MAX_DUMP_ITEMS) {
      const items = page.slice(at, at + MAX_DUMP_ITEMS)
      counted.envelopes += items.length
      yield linked({ items })
    }
    onProgress?.(counted.envelopes)
  }
  for await (const { tags, envelopes } of withdrawals()) {
    for (let at = 0; at < Math.max(tags.length, envelopes.length); at += MAX_DUMP_WITHDRAWN) {
      const part = (all: string[]) => all.slice(at, at + MAX_DUMP_WITHDRAWN)
      counted.withdrawn += part(tags).length
      yield linked({ withdrawn: { tags: part(tags), envelopes: part(envelopes) } })
    }
  }
  yield `${JSON.stringify({ ...counted, chain: toBase64url(chain) } satisfies DumpTail)}\n`
}
