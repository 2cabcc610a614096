import { toBase64url } from '../../../protocol/base64url.ts'
import { FIRST_LINK, nextLink } from '../../../protocol/hand-off.ts'
import {
  AnyDumpHead,
  DumpHead,
  DumpItems,
  type DumpTail,
  DumpTail as DumpTailSchema,
  DumpWithdrawnLine,
  MAX_DUMP_LINE,
} from '../../../protocol/sealed-dump.ts'
import type { Received } from '../export-rows.ts'

// Reads a sealed dump twice: once to find it whole and to learn what was withdrawn, once for its envelopes, page by page, so that
// its size does not matter.

/** `not-a-dump` · `damaged-dump`: cut or changed · `newer-dump`: made by a later Paraphe. */
export type DumpProblem = 'not-a-dump' | 'damaged-dump' | 'newer-dump'

export class DumpError extends Error {
  override name = 'DumpError'

  constructor(readonly problem: DumpProblem) {
    super(problem)
  }
}

/** The file's bytes, from its beginning at each call. In a browser: `() => file.stream()`. */
export type DumpBytes = () => AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>

export interface CheckedDump {
  head: DumpHead
  tail: DumpTail
  /** What withdrew, and must not be opened; also what of earlier exports has to be taken out. */
  withdrawn: { tags: ReadonlySet<string>; envelopes: ReadonlySet<string> }
  /** The envelopes in the order of the server, without those that were withdrawn. */
  pages: () => AsyncGenerator<Received[]>
}

/** Resolves when the whole file has been found unchanged. @throws DumpError */
export async function checkDump(bytes: DumpBytes, onProgress?: (envelopes: number) => void): Promise<CheckedDump> {
  let head: DumpHead | null = null
  let tail: DumpTail | null = null
  let chain: Uint8Array = FIRST_LINK
  const seen = { envelopes: 0, withdrawn: 0 }
  const tags = new Set<string>()
  const envelopes = new Set<string>()
  for await (const text of linesOf(bytes)) {
    const json = parsed(text)
    if (tail) throw new DumpError('damaged-dump')
    if (!head) head = headOf(json)
    else {
      const items = countOfItems(json)
      const withdrawn = items === 0 ? DumpWithdrawnLine.safeParse(json) : null
      if (items > 0) {
        seen.envelopes += items
        onProgress?.(seen.envelopes)
      } else if (withdrawn?.success) {
        for (const tag of withdrawn.data.withdrawn.tags) tags.add(tag)
        for (const id of withdrawn.data.withdrawn.envelopes) envelopes.add(id)
        seen.withdrawn += withdrawn.data.withdrawn.tags.length
      } else {
        tail = tailOf(json, { ...seen, chain: toBase64url(chain) })
        continue
      }
    }
    chain = await nextLink(chain, text)
  }
  if (!head) throw new DumpError('not-a-dump')
  if (!tail) throw new DumpError('damaged-dump')
  const withdrawn = { tags, envelopes }
  return { head, tail, withdrawn, pages: () => pagesOf(bytes, withdrawn) }
}

async function* pagesOf(bytes: DumpBytes, { tags, envelopes }: CheckedDump['withdrawn']): AsyncGenerator<Received[]> {
  for await (const text of linesOf(bytes)) {
    const line = DumpItems.safeParse(parsed(text))
    if (!line.success) continue
    const standing = line.data.items.filter(
      (it) => !tags.has(it.envelope.withdrawTag) && !envelopes.has(it.envelope.id),
    )
    if (standing.length > 0) yield standing
  }
}

async function* linesOf(bytes: DumpBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  let first = true
  for await (const chunk of chunksOf(bytes())) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > MAX_DUMP_LINE) throw new DumpError(first ? 'not-a-dump' : 'damaged-dump')
    first &&= lines.length === 0
  }
  if (rest !== '') throw new DumpError(first ? 'not-a-dump' : 'damaged-dump')
}

/** Streams are not iterable in every engine. */
async function* chunksOf(source: ReturnType<DumpBytes>): AsyncGenerator<Uint8Array> {
  if (!('getReader' in source)) return yield* source
  const reader = source.getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    void reader.cancel().catch(() => {})
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function headOf(json: unknown): DumpHead {
  const { data } = DumpHead.safeParse(json)
  if (data) return data
  const any = AnyDumpHead.safeParse(json)
  if (!any.success) throw new DumpError('not-a-dump')
  throw new DumpError(any.data.v > 1 ? 'newer-dump' : 'damaged-dump')
}

/** Without looking into the envelopes: the chain says whether they are the ones that were saved, and opening looks at each. */
const countOfItems = (json: unknown): number => {
  const items = (json as { items?: unknown } | null | undefined)?.items
  return Array.isArray(items) ? items.length : 0
}

function tailOf(json: unknown, seen: DumpTail): DumpTail {
  const { data } = DumpTailSchema.safeParse(json)
  if (!data || data.envelopes !== seen.envelopes || data.withdrawn !== seen.withdrawn || data.chain !== seen.chain)
    throw new DumpError('damaged-dump')
  return data
}
