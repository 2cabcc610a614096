import type { BatchAnswer } from '../../protocol/batch.ts'
import { REASONS, type Reason } from '../../protocol/reasons.ts'
import type { Question, Reply } from './exchange.ts'
import type { Pool, Slot } from './pool.ts'

// What a witness knows who saw everything: what people were told, and what the server and the boxes in between have said.

/** For how long what was acknowledged stays on the device (design §4), said once more, so that the code cannot say less. */
export const STAYS_MS = 14 * 24 * 3600 * 1000

export interface Thanked {
  id: string
  /** What was thanked for, and what the same person has pressed the button for since: it may take the place of the first. */
  hashes: Set<string>
  tag: string
  /**
   * Where storage is refused the server alone has it (design §1, promise 1): restored from an older backup, it cannot get that
   * back from anybody. The number of restores before it was sent; null where the device has it.
   */
  onlyThereSince: number | null
}

/** One person's sitting. */
export interface Signing {
  slot: Slot
  device: string
  tried: number
  changes: number
  /** By id. */
  thanked: Map<string, Thanked>
}

export class Truth {
  readonly signings: Signing[] = []
  /** Tags whose owners have asked to withdraw, from the moment when they ask. */
  readonly asked = new Set<string>()
  /** Somebody has begun to destroy the campaign's envelopes. */
  destroying = false
  /** Tags whose owners were told that their withdrawal is kept. */
  readonly promised = new Set<string>()
  /** Tags whose withdrawal the server has answered or holds. */
  readonly gone = new Set<string>()
  /** By hash: what a server said of these very bytes to which device, and when it first said that it has them. */
  readonly said = new Map<string, Set<string>>()
  readonly firstHeld = new Map<string, number>()
  /** Ids that a server has refused by themselves. */
  readonly refused = new Set<string>()
  /** Ids that were turned away alone, by a server or a box in its words; when first, in answers. */
  readonly turnedAway = new Map<string, number>()
  /** When each device last had a server's 200 to a batch, in answers. */
  readonly lastWell = new Map<string, number>()
  #answers = 0
  readonly slotOf = new Map<string, Slot>()
  readonly hashOfText = new Map<string, string>()
  readonly #hashes = new Set<string>()

  constructor(pool: Pool) {
    for (const slot of pool.slots) for (const id of slot.ids) this.slotOf.set(id, slot)
    for (const slot of pool.slots) for (const hashes of slot.hashes) for (const hash of hashes) this.#hashes.add(hash)
  }

  /** By its own verdict, or because it alone was turned away from a server that took this device's contact afterwards. */
  mayBeRefused(id: string, device: string): boolean {
    const turnedAway = this.turnedAway.get(id)
    return this.refused.has(id) || (turnedAway !== undefined && turnedAway < (this.lastWell.get(device) ?? 0))
  }

  /** The hash of what a batch holds under this id. */
  #hashSent(body: string, id: string): string | null {
    const slot = this.slotOf.get(id)
    const nth = slot?.ids.indexOf(id) ?? -1
    const typed = slot?.envelopes[nth]?.findIndex((envelope) => body.includes(`"sealed":"${envelope.sealed}"`)) ?? -1
    return slot?.hashes[nth]?.[typed] ?? null
  }

  heard({ from, path, meant }: Question, reply: Reply, now: number): void {
    this.#answers++
    if (reply.status >= 400) {
      const reason = reasonIn(reply.text)
      const [id, ...others] = idsIn(meant)
      // Several tabs may look into the same entry, one after the other: the first is the one to go by.
      if (reason && REASONS[reason] !== 'retry' && id && others.length === 0 && !this.turnedAway.has(id))
        this.turnedAway.set(id, this.#answers)
      return
    }
    if (!path.includes('/batches/')) return
    let answer: BatchAnswer
    try {
      answer = JSON.parse(reply.text)
    } catch {
      return
    }
    if (!Array.isArray(answer?.verdicts)) return
    if (answer.epoch) this.lastWell.set(from, this.#answers)
    for (const { id, verdict } of answer.verdicts) {
      if (id === undefined) continue
      if (verdict === 'refused') this.refused.add(id)
      const hash = this.#hashSent(meant, id)
      if (!hash) continue
      const words = this.said.get(hash) ?? new Set()
      this.said.set(hash, words.add(`${from} ${verdict}`))
      if ((verdict === 'stored' || verdict === 'duplicate' || verdict === 'conflict') && !this.firstHeld.has(hash))
        this.firstHeld.set(hash, now)
    }
  }
}

const idsIn = (body: string): string[] => [...body.matchAll(/"id":"([0-9a-f-]{36})"/g)].map((it) => it[1] as string)

function reasonIn(text: string): Reason | null {
  try {
    const { reason } = JSON.parse(text)
    return Object.hasOwn(REASONS, reason) ? reason : null
  } catch {
    return null
  }
}
