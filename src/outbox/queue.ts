// The rules of the outbox, over whatever storage it is given: what is kept, what goes next, what an answer does.
// Every change is one transaction in which captured = waiting + accepted + refused + withdrawn, and may run twice.
import type { BatchAnswer, Contact } from '../../protocol/batch.ts'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import type { Reason } from '../../protocol/reasons.ts'
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
import { answered, moved, stateAfter, verdictsById } from './verdicts.ts'
import { contactOf, fill, wireText } from './wire.ts'

/** For a server restored from a backup: what it acknowledged less than this before may have to be sent again. */
export const STAYS_SEALED_MS = 14 * 24 * 3600 * 1000

export interface OutboxView {
  tally: Tally
  memory: Memory
}

/** Under this id stands another act that waits no more. The one that was to be kept is not kept; it needs an id of its own. */
export class IdTaken extends Error {
  override name = 'IdTaken'
}

/** What was sent, as far as its answer has to know. */
export type Sent = Pick<Kept, 'id' | 'hash'>

export type Queue = ReturnType<typeof createQueue>

export function createQueue({ storage, hashOf = envelopeHash }: QueuePorts) {
  /**
   * Commits an envelope and reads it back in a new transaction: when this resolves, promise 1 is kept. The same envelope again
   * changes nothing, so after a failure the caller tries again under the same id, never under a new one: what its person has
   * changed meanwhile takes the place of what still waits.
   * @throws StorageFailure, IdTaken
   */
  async function keep(envelope: Envelope): Promise<{ seq: number }> {
    const text = wireText(envelope)
    const hash = await hashOf(envelope)
    const seq = await storage.write(async (tx) => {
      const [there] = await tx.entries([envelope.id])
      if (there?.hash === hash) return there.seq
      if (there) {
        if (there.state !== 'waiting') throw new IdTaken()
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

  /** The oldest waiting entries behind seq `after` that one batch may hold; null when there are none. */
  function nextBatch(
    most: { items: number; bytes: number },
    after = 0,
  ): Promise<{ entries: Kept[]; contact: Contact } | null> {
    return storage.read(async (tx) => {
      const entries = fill(await tx.inState('waiting', most.items, after), most.bytes)
      return entries.length === 0 ? null : { entries, contact: contactOf(await tx.tally()) }
    })
  }

  /**
   * Applies a server's answer to what was sent. `serverDate` is the answer's own date in ms, null where it had none.
   * Returns the ids that still wait: the answer lacked them, or they were changed while it was on its way.
   */
  function settle(answer: BatchAnswer, sent: readonly Sent[], serverDate: number | null): Promise<string[]> {
    const ids = sent.map(({ id }) => id)
    const verdicts = verdictsById(answer.verdicts, ids)
    const hashes = new Map(sent.map(({ id, hash }) => [id, hash]))
    return storage.write(async (tx) => {
      let tally = await tx.tally()
      const changed: Kept[] = []
      const unanswered: string[] = []
      for (const entry of await tx.entries(ids)) {
        if (!entry) continue
        // A verdict is on the bytes that were sent, and on no others.
        const verdict = entry.hash === hashes.get(entry.id) ? verdicts.get(entry.id) : undefined
        const next = verdict && stateAfter(entry.state, verdict)
        if (verdict && next) {
          changed.push(answered(entry, next, verdict, serverDate ?? 0))
          tally = moved(tally, entry.state, next)
        } else if (entry.state === 'waiting') unanswered.push(entry.id)
      }
      if (changed.length > 0) {
        await tx.putEntries(changed)
        await tx.putTally(tally)
      }
      await noteAnswer(tx, answer, serverDate)
      return unanswered
    })
  }

  /** One entry for which the server refused the whole request, found by bisection. */
  function refuse({ id, hash }: Sent, reason: Reason): Promise<void> {
    return storage.write(async (tx) => {
      const [entry] = await tx.entries([id])
      if (entry?.state !== 'waiting' || entry.hash !== hash) return
      await tx.putEntries([{ ...entry, state: 'refused', verdict: 'refused', reason, answeredAt: 0 }])
      await tx.putTally(moved(await tx.tally(), 'waiting', 'refused'))
    })
  }

  /** A person says that a refused entry shall be tried again. */
  function sendAgain(ids: readonly string[]): Promise<void> {
    return storage.write(async (tx) => {
      let tally = await tx.tally()
      const back: Kept[] = []
      for (const entry of await tx.entries(ids)) {
        if (entry?.state !== 'refused') continue
        back.push({ ...entry, state: 'waiting', verdict: null, reason: null, answeredAt: 0 })
        tally = moved(tally, 'refused', 'waiting')
      }
      await tx.putEntries(back)
      await tx.putTally(tally)
    })
  }

  /** What page and worker remember together, changed in part. */
  function remember(change: Partial<Memory>): Promise<void> {
    return storage.write(async (tx) => tx.putMemory({ ...(await tx.memory()), ...change }))
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
    nextBatch,
    settle,
    refuse,
    sendAgain,
    remember,
    writePin,
    readPin: (campaign: string) => storage.read((tx) => tx.pin(campaign)),
    memory: () => storage.read((tx) => tx.memory()),
    /** Null for what is not here: never kept, forgotten long after it arrived, or lost with the site's data. */
    stateOf: (id: string): Promise<State | null> =>
      storage.read(async (tx) => (await tx.entries([id]))[0]?.state ?? null),
    tally: () => storage.read((tx) => tx.tally()),
    contact: () => storage.read(async (tx) => contactOf(await tx.tally())),
    refused: (limit = 500) => storage.read((tx) => tx.inState('refused', limit)),
    watch: (told: (view: OutboxView) => void, failed: (failure: StorageFailure) => void) =>
      storage.watch(async (tx) => ({ tally: await tx.tally(), memory: await tx.memory() }), told, failed),
  }
}

export interface QueuePorts {
  storage: Storage
  hashOf?: (envelope: Envelope) => Promise<string>
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

async function noteAnswer(tx: Writing, answer: BatchAnswer, serverDate: number | null): Promise<void> {
  const memory = await tx.memory()
  const { epoch, accepted } = answer
  const forgot = (memory.epoch !== null && memory.epoch !== epoch) || accepted < memory.acceptedThere
  const restored = memory.restored || forgot
  const lastContact = serverDate ?? memory.lastContact
  await tx.putMemory({ ...memory, epoch, acceptedThere: accepted, restored, lastContact })
  if (serverDate === null) return
  await tx.dateAnswered(serverDate)
  // Not while the server has to be asked what it lost.
  if (!restored) await tx.forgetAnswered(serverDate - STAYS_SEALED_MS)
}
