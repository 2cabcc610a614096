// Keeping an act, promise 1, and what a screen reads of what is kept. Apart from queue.ts: whoever signs for the first time has
// nothing to send yet.
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import type { Pin } from '../../protocol/sealing-key.ts'
import {
  type Kept,
  type Memory,
  type State,
  type Storage,
  StorageFailure,
  type Tally,
  type Writing,
} from './storage.ts'
import { wireText } from './wire.ts'

export interface OutboxView {
  tally: Tally
  memory: Memory
  /** A withdrawal waits. */
  withdraw: boolean
}

/** Under this id stands another act that waits no more. The one that was to be kept is not kept; it needs an id of its own. */
export class IdTaken extends Error {
  override name = 'IdTaken'
}

/**
 * In the transaction that keeps an envelope, and at the same time; `before` is what it takes the place of. The same envelope again may
 * change nothing.
 */
export type Beside = (tx: Writing, before: Promise<Kept | undefined>) => Promise<void>

export interface KeepingPorts {
  storage: Storage
  hashOf?: (envelope: Envelope) => Promise<string>
}

export function createKeeping({ storage, hashOf = envelopeHash }: KeepingPorts) {
  /**
   * Commits an envelope and reads it back in a new transaction: when this resolves, promise 1 is kept. The same envelope again
   * changes nothing, so after a failure the caller tries again under the same id, never under a new one: what its person has
   * changed meanwhile takes the place of what still waits. `beside`: what else is to be written with it.
   * @throws StorageFailure, IdTaken
   */
  async function keep(envelope: Envelope, beside?: Beside): Promise<{ seq: number }> {
    const text = wireText(envelope)
    const hash = await hashOf(envelope)
    const seq = await storage.write(async (tx) => {
      // All questions at once, and then all answers: somebody waits, and each way to the disk and back takes its time.
      const before = tx.entries([envelope.id]).then(([it]) => it)
      const counting = beside?.(tx, before)
      // Whoever returns or throws before it is waited for has nothing to do with how it ends.
      counting?.catch(() => {})
      const [there, tally] = await together([before, tx.tally()])
      if (there?.hash === hash) return there.seq
      if (there && there.state !== 'waiting') throw new IdTaken()
      const seq = there?.seq ?? tally.lastSeq + 1
      const more = { captured: tally.captured + 1, waiting: tally.waiting + 1, lastSeq: seq }
      await together([
        tx.putEntries([waitingEntry(envelope, seq, text, hash)]),
        there ? undefined : tx.putTally({ ...tally, ...more }),
        counting,
      ])
      return seq
    })
    const [back] = await storage.read((tx) => tx.entries([envelope.id]))
    // The worker may have sent it meanwhile; its verdict may even be "withdrawn", which leaves no text.
    const same = back?.seq === seq && back.hash === hash && (back.text === text || back.state === 'withdrawn')
    if (!same) throw new StorageFailure('not-kept')
    return { seq }
  }

  /** The first root stays, and so does the highest serial, whatever two tabs write; returns what is pinned now. */
  function writePin(campaign: string, pin: Pin): Promise<Pin> {
    return storage.write(async (tx) => {
      const there = await tx.pin(campaign)
      if (there && (there.root !== pin.root || there.serial >= pin.serial)) return there
      await tx.putPin(campaign, pin)
      return pin
    })
  }

  return {
    keep,
    writePin,
    readPin: (campaign: string) => storage.read((tx) => tx.pin(campaign)),
    /** Null for what is not here: never kept, forgotten long after it arrived, or lost with the site's data. */
    stateOf: (id: string): Promise<State | null> =>
      storage.read(async (tx) => (await tx.entries([id]))[0]?.state ?? null),
    tally: () => storage.read((tx) => tx.tally()),
    watch: (told: (view: OutboxView) => void, failed: (failure: StorageFailure) => void) =>
      storage.watch(
        async (tx) => ({
          tally: await tx.tally(),
          memory: await tx.memory(),
          withdraw: (await tx.withdrawals('waiting', 1)).length > 0,
        }),
        told,
        failed,
      ),
  }
}

/** All at once. Where several fail, the first one says why: what is asked of a connection after that has been lost only says that it is. */
async function together<T extends readonly unknown[]>(
  work: readonly [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const ends = await Promise.allSettled(work)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as { [K in keyof T]: Awaited<T[K]> }
}

const waitingEntry = ({ id, campaign }: Envelope, seq: number, text: string, hash: string): Kept => ({
  id,
  seq,
  state: 'waiting',
  campaign,
  text,
  hash,
  size: text.length,
  verdict: null,
  reason: null,
  answeredAt: 0,
})
