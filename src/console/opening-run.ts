import { addTallies, emptyTally, type Tally } from './tally.ts'

/** A page that has come, still sealed. */
export interface ComePage {
  /** The cursor of the page after it; null at the end. */
  next: string | null
  /** Opens it somewhere else, where the acts stay. */
  open: () => Promise<Tally>
}

export interface RunParts {
  /** Answers the page after a cursor. It waits out what can be waited out (network, login); what it throws ends the run. */
  fetchPage: (after: string | null, signal: AbortSignal) => Promise<ComePage>
  /** How many pages may be open or waiting at once: bounds the memory, and lets the next page travel meanwhile. */
  lanes: number
  /** Resolves at once, or when a paused run goes on. */
  mayGoOn: () => Promise<void>
  onProgress: (tally: Tally) => void
  signal: AbortSignal
}

/**
 * Fetches page after page and has them opened, several at a time. All or nothing: it returns when every page has been opened, and
 * throws when one could not be (an abort passes as the signal's reason), so that no file with a hole can be saved.
 */
export async function runOpening({ fetchPage, lanes, mayGoOn, onProgress, signal }: RunParts): Promise<Tally> {
  const working = new Set<Promise<void>>()
  let tally = emptyTally()
  let cursor: string | null = null
  let failed: { error: unknown } | null = null

  const open = async (page: ComePage) => {
    try {
      // Before the sum: others are added while this one is awaited.
      const opened = await page.open()
      tally = addTallies(tally, opened)
      if (!signal.aborted) onProgress(tally)
    } catch (error) {
      failed ??= { error }
    }
  }

  for (;;) {
    await mayGoOn()
    signal.throwIfAborted()
    const page: ComePage = await fetchPage(cursor, signal)
    const job: Promise<void> = open(page).finally(() => working.delete(job))
    working.add(job)
    if (working.size >= lanes) await Promise.race(working)
    if (failed) throw (failed as { error: unknown }).error
    if (page.next === null) break
    cursor = page.next
  }
  await Promise.all(working)
  signal.throwIfAborted()
  if (failed) throw (failed as { error: unknown }).error
  return tally
}
