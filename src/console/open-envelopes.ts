import type { ActBody } from '../../protocol/act.ts'
import type { OpeningKey } from '../../protocol/opening.ts'
import { SealError } from '../../protocol/seal.ts'
import type { Received } from './export-rows.ts'
import { quickOpen } from './quick-open.ts'
import type { Unreadable } from './tally.ts'

/** WebCrypto works off its thread: this many openings at once keep it busy (measured, traps §5). */
const IN_FLIGHT = 32

/** What was in an envelope, or why it does not open. */
export type Opened = ActBody | Exclude<Unreadable, 'twice'>

/** What was in each envelope, in their order. One that does not open stops nothing. */
export async function openEnvelopes(
  items: readonly Received[],
  keys: ReadonlyMap<string, OpeningKey>,
): Promise<Opened[]> {
  const opened: Opened[] = new Array(items.length)
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const at = next++
      opened[at] = await openOne(items[at] as Received, keys)
    }
  }
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, items.length) }, lane))
  return opened
}

async function openOne({ envelope }: Received, keys: ReadonlyMap<string, OpeningKey>): Promise<Opened> {
  const key = keys.get(envelope.key)
  if (!key) return 'no-key'
  try {
    return await quickOpen(envelope, key)
  } catch (error) {
    return error instanceof SealError && error.problem === 'wrong-key' ? 'wrong-key' : 'not-readable'
  }
}
