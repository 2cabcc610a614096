import type { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { AnswerOf } from '../../protocol/route.ts'
import type { Received } from './export-rows.ts'
import { addTallies, emptyTally, type Tally } from './tally.ts'

export interface RunParts {
  /** Answers the page after a cursor. It waits out what can be waited out (network, login); what it throws ends the run. */
  fetchPage: (after: string | null, signal: AbortSignal) => Promise<AnswerOf<typeof CONSOLE_ROUTES.envelopes>>
  /** Opens a page somewhere else; its lines come back as UTF-8. */
  openPage: (items: Received[]) => Promise<{ csv: Uint8Array<ArrayBuffer>; tally: Tally }>
  /** How many pages may be open or waiting at once: bounds the memory, and lets the next page travel meanwhile. */
  lanes: number
  /** Resolves at once, or when a paused run goes on. */
  mayGoOn: () => Promise<void>
  onProgress: (tally: Tally) => void
  signal: AbortSignal
}

/** Everything an opening found: the lines of the file in the server's order, and the figures. */
export interface Opening {
  pieces: Uint8Array<ArrayBuffer>[]
  tally: Tally
}

/**
 * Fetches page after page and opens them, several at a time. All or nothing: it returns when every page has been opened, and
 * throws when one could not be (an abort passes as the signal's reason), so that no file with a hole can be saved.
 */
export async function runOpening({
  fetchPage,
  openPage,
  lanes,
  mayGoOn,
  onProgress,
  signal,
}: RunParts): Promise<Opening> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const seen = new Set<string>()
  const working = new Set<Promise<void>>()
  let tally = emptyTally()
  let cursor: string | null = null
  let failed: { error: unknown } | null = null

  const openInto = async (at: number, items: Received[], twice: Received[]) => {
    try {
      const page = await openPage(items)
      pieces[at] = page.csv
      tally = addTallies(addTallies(tally, page.tally), tallyOfTwice(twice))
      if (!signal.aborted) onProgress(tally)
    } catch (error) {
      failed ??= { error }
    }
  }

  for (let at = 0; ; at++) {
    await mayGoOn()
    signal.throwIfAborted()
    const page: AnswerOf<typeof CONSOLE_ROUTES.envelopes> = await fetchPage(cursor, signal)
    const items: Received[] = []
    const twice: Received[] = []
    for (const item of page.items) {
      const known = seen.has(item.envelope.id)
      seen.add(item.envelope.id)
      ;(known ? twice : items).push(item)
    }
    const job: Promise<void> = openInto(at, items, twice).finally(() => working.delete(job))
    working.add(job)
    if (working.size >= lanes) await Promise.race(working)
    if (failed) throw (failed as { error: unknown }).error
    if (page.next === null) break
    cursor = page.next
  }
  await Promise.all(working)
  signal.throwIfAborted()
  if (failed) throw (failed as { error: unknown }).error
  return { pieces, tally }
}

const tallyOfTwice = (twice: readonly Received[]): Tally => ({
  ...emptyTally(),
  envelopes: twice.length,
  unreadable: twice.map(({ envelope }) => ({ id: envelope.id, why: 'twice' })),
})
