// The rules of the outbox, over whatever storage it is given: what is kept, what goes next, what an answer does.
// Every change is one transaction in which captured = waiting + accepted + refused + withdrawn, and may run twice.
import type { BatchAnswer, Contact } from '../../protocol/batch.ts'
import type { Reason } from '../../protocol/reasons.ts'
import { createKeeping, type KeepingPorts } from './keeping.ts'
import { noteAnswer } from './server-memory.ts'
import type { Kept, Memory, Reading } from './storage.ts'
import { answered, moved, stateAfter, verdictsById } from './verdicts.ts'
import { contactOf, fill } from './wire.ts'

/** What was sent, as far as its answer has to know. */
export type Sent = Pick<Kept, 'id' | 'hash'>

/** Entries on their way, with what the device says of itself and what it knows of the server at this moment. */
export interface Outgoing {
  entries: Kept[]
  contact: Contact
  acceptedThere: number
}

/** withdraw: a withdrawal waits · ask: the server was restored · keeps: a restored server may need what is still here */
export interface Errands {
  withdraw: boolean
  ask: boolean
  keeps: boolean
}

export type Queue = ReturnType<typeof createQueue>

export function createQueue(ports: KeepingPorts) {
  const { storage } = ports

  /** The oldest waiting (or refused) entries behind seq `after` that one batch may hold; null when there are none. */
  function nextBatch(
    most: { items: number; bytes: number },
    after = 0,
    state: 'waiting' | 'refused' = 'waiting',
  ): Promise<Outgoing | null> {
    return storage.read(async (tx) => {
      const entries = fill(await tx.inState(state, most.items, after), most.bytes)
      return entries.length === 0 ? null : outgoing(tx, entries)
    })
  }

  /**
   * Applies a server's answer to what was sent. `serverDate` is the answer's own date in ms, null where it had none;
   * `acceptedBefore` what was known of the server's total when it was sent.
   * Returns the ids that still wait: the answer lacked them, or they were changed while it was on its way.
   */
  function settle(
    answer: BatchAnswer,
    sent: readonly Sent[],
    serverDate: number | null,
    acceptedBefore?: number,
  ): Promise<string[]> {
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
          tally = moved(tally, entry, next)
        } else if (entry.state === 'waiting') unanswered.push(entry.id)
      }
      if (changed.length > 0) {
        await tx.putEntries(changed)
        await tx.putTally(tally)
      }
      const { epoch, accepted } = answer
      await noteAnswer(tx, { epoch, accepted, serverDate, ...(acceptedBefore === undefined ? {} : { acceptedBefore }) })
      return unanswered
    })
  }

  /** One entry for which the server refused the whole request, found by bisection. */
  function refuse({ id, hash }: Sent, reason: Reason): Promise<void> {
    return storage.write(async (tx) => {
      const [entry] = await tx.entries([id])
      if (entry?.state !== 'waiting' || entry.hash !== hash) return
      await tx.putEntries([{ ...entry, state: 'refused', verdict: 'refused', reason, answeredAt: 0 }])
      await tx.putTally(moved(await tx.tally(), entry, 'refused'))
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
        tally = moved(tally, entry, 'waiting')
      }
      await tx.putEntries(back)
      await tx.putTally(tally)
    })
  }

  /** What page and worker remember together, changed in part. */
  function remember(change: Partial<Memory>): Promise<void> {
    return storage.write(async (tx) => tx.putMemory({ ...(await tx.memory()), ...change }))
  }

  return {
    ...createKeeping(ports),
    nextBatch,
    settle,
    refuse,
    sendAgain,
    remember,
    memory: () => storage.read((tx) => tx.memory()),
    /** A batch without entries. */
    contact: () => storage.read((tx) => outgoing(tx, [])),
    /** What has to be done beside sending; rarely anything. */
    errands: (): Promise<Errands> =>
      storage.read(async (tx) => ({
        withdraw: (await tx.withdrawals('waiting', 1)).length > 0,
        ask: (await tx.memory()).restored,
        keeps: (await tx.inState('accepted', 1)).length > 0 || (await tx.withdrawals('acknowledged', 1)).length > 0,
      })),
    refused: (limit = 500) => storage.read((tx) => tx.inState('refused', limit)),
  }
}

async function outgoing(tx: Reading, entries: Kept[]): Promise<Outgoing> {
  return { entries, contact: contactOf(await tx.tally()), acceptedThere: (await tx.memory()).acceptedThere }
}
