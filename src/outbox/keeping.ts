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

/** In the transaction that keeps an envelope; `before` is what it takes the place of. */
export type Beside = (tx: Writing, before: Kept | undefined) => Promise<void>

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
      const [there] = await tx.entries([envelope.id])
      if (there?.hash === hash) return there.seq
      if (there && there.state !== 'waiting') throw new IdTaken()
      await beside?.(tx, there)
      if (there) {
        await tx.putEntries([waitingEntry(envelope, there.seq, text, hash)])
        return there.seq
      }
      const tally = await tx.tally()
      const seq = tally.lastSeq + 1
      await tx.putEntries([waitingEntry(envelope, seq, text, hash)])
      await tx.putTally({ ...tally, captured: tally.captured + 1, waiting: tally.waiting + 1, lastSeq: seq })
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
