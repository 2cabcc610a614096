import type { HomeNumbers } from '../../../protocol/phone.ts'
import type { Decision, ExportFilter, NewDecision, Verdict } from '../../../protocol/review-routes.ts'
import { addTallies, emptyTally, type Tally } from '../tally.ts'
import { type Figures, sumOf } from './figures.ts'
import type { OpenedAct, ReviewedSignature, Standing } from './opened-act.ts'
import { Review } from './review.ts'
import { search } from './search.ts'

// Where opened acts stand and are asked about: a page at a time goes out, so that a screen never holds more than it shows.

export interface Opening {
  campaign: string
  home: HomeNumbers
  filter: ExportFilter
  decisions: readonly Pick<Decision, 'envelope' | 'petition' | 'verdict'>[]
}

/** Kinds of acts that a person reads. */
export type ReadKind = 'letter' | 'join' | 'contact'
/** `open`: nobody has decided yet. */
export type ReadState = 'open' | 'approved' | 'rejected' | 'read'

export interface Summary {
  /** By petition; and all together. */
  figures: Record<string, Figures>
  all: Figures
  /** Acts that sign something. */
  people: number
  late: number
  /** Acts to read, by kind and state. */
  others: Record<ReadKind, Record<ReadState, number>>
  /** It names a hundred of those that could not be read: a key file that fits none of them would make it as long as the campaign. */
  tally: Tally
  /** How many could not be read. */
  unreadable: number
  /** Only a part was asked for. */
  part: boolean
  /** Opened to be compared with that part, and in none of the figures. */
  leftOut: number
}

export interface Asked {
  /** Null: of every petition. */
  petition: string | null
  standings: readonly Standing[]
  at: number
  size: number
}

/** A signature with the whole act that it repeats or resembles, and with those that repeat or resemble it. */
export type Pair = ReviewedSignature & { other: OpenedAct | null; alike: Alike }

export interface Alike {
  total: number
  /** The first `MOST_ALIKE`: more do not stand side by side. */
  items: Pick<ReviewedSignature, 'act' | 'standing'>[]
}

const MOST_ALIKE = 3

export interface Found {
  act: OpenedAct
  /** How each of its signatures stands; empty for other acts. */
  signatures: Pick<ReviewedSignature, 'petition' | 'standing' | 'reason' | 'like'>[]
  verdict: Verdict | null
}

/** Of those that could not be read. More helps nobody on a screen. */
const MOST_NAMED = 100

export class ReviewRoom {
  readonly review: Review
  private tally = emptyTally()
  private listed: string[] = []
  private leftOut = 0

  constructor(readonly opening: Opening) {
    this.review = new Review(opening.home, opening.filter.petitions)
    this.review.decide(opening.decisions)
  }

  /** Envelopes that have been looked at. */
  get looked(): number {
    return this.tally.envelopes
  }

  take(acts: readonly OpenedAct[], tally: Tally): void {
    const chosen = acts.map((act) => {
      if (act.aside || this.isWanted(act)) return act
      this.leftOut++
      return { ...act, aside: true as const }
    })
    this.review.take(chosen)
    this.tally = addTallies(this.tally, tally)
  }

  private isWanted({ body }: OpenedAct): boolean {
    const { stands, channels } = this.opening.filter
    if (channels && !channels.includes(body.channel)) return false
    return !stands || (body.stand !== undefined && stands.includes(body.stand))
  }

  /** Whether something was left out by a choice, and the files are of a part. */
  get isPart(): boolean {
    return Object.values(this.opening.filter).some((it) => it !== null && it !== false)
  }

  summary(): Summary {
    const figures = this.review.figures()
    const others = {
      letter: noStates(),
      join: noStates(),
      contact: noStates(),
    }
    let people = 0
    let late = 0
    for (const act of this.review.all()) {
      if (act.late) late++
      if (act.body.kind === 'signature') people++
      else others[act.body.kind][this.stateOf(act)]++
    }
    const { aside } = this.tally
    const envelopes = this.tally.envelopes - aside
    const opened = this.tally.opened - this.review.twice.length
    const unreadable = this.unreadable()
    return {
      figures,
      all: sumOf(Object.values(figures)),
      people,
      late,
      others,
      tally: { envelopes, aside, opened, unreadable: unreadable.slice(0, MOST_NAMED) },
      unreadable: unreadable.length,
      part: this.isPart,
      leftOut: this.leftOut + aside,
    }
  }

  /** Every envelope that could not be read. */
  unreadable(): Tally['unreadable'] {
    return [...this.tally.unreadable, ...this.review.twice.map((id) => ({ id, why: 'twice' as const }))]
  }

  queue({ petition, standings, at, size }: Asked): { total: number; items: Pair[] } {
    const items: Pair[] = []
    let total = 0
    for (const signature of this.signatures(petition)) {
      if (!standings.includes(signature.standing)) continue
      if (total >= at && items.length < size)
        items.push({
          ...signature,
          other: (signature.like && this.review.act(signature.like)) || null,
          alike: this.alike(signature),
        })
      total++
    }
    return { total, items }
  }

  private alike({ petition, act }: ReviewedSignature): Alike {
    const all = this.review.signatures(petition).filter(({ like }) => like === act.head.id)
    return { total: all.length, items: all.slice(0, MOST_ALIKE).map(({ act, standing }) => ({ act, standing })) }
  }

  /** Of one petition, or of all, one after the other. */
  *signatures(petition: string | null = null): Generator<ReviewedSignature> {
    for (const id of petition === null ? this.review.signedPetitions() : [petition]) yield* this.review.signatures(id)
  }

  reading(kind: ReadKind, state: ReadState, at: number, size: number): { total: number; items: OpenedAct[] } {
    const all = [...this.review.all()]
      .filter((act) => act.body.kind === kind && this.stateOf(act) === state)
      .sort((a, b) =>
        a.receivedAt < b.receivedAt || (a.receivedAt === b.receivedAt && a.head.id < b.head.id) ? -1 : 1,
      )
    return { total: all.length, items: all.slice(at, at + size) }
  }

  stateOf({ head }: OpenedAct): ReadState {
    const verdict = this.review.verdictOf(head.id, head.petitions[0] ?? null)
    return verdict === 'approved' || verdict === 'rejected' || verdict === 'read' ? verdict : 'open'
  }

  /** Letters that a person has read and approved. */
  *approvedLetters(): Generator<OpenedAct> {
    for (const act of this.review.all()) if (act.body.kind === 'letter' && this.stateOf(act) === 'approved') yield act
  }

  find(text: string, most: number): Found[] {
    return search(this.review.all(), text, most).map((act) => this.found(act))
  }

  private found(act: OpenedAct): Found {
    const { id, petitions } = act.head
    if (act.body.kind !== 'signature')
      return { act, signatures: [], verdict: this.review.verdictOf(id, petitions[0] ?? null) }
    const signatures = petitions.flatMap((petition) => {
      const there = this.review.signatures(petition).find((it) => it.act.head.id === id)
      return there ? [{ petition, standing: there.standing, reason: there.reason, like: there.like }] : []
    })
    return { act, signatures, verdict: null }
  }

  decide(decisions: readonly NewDecision[]): void {
    this.review.decide(decisions)
  }

  /** Everything of that sitting goes, as at the server; answers how many acts. */
  forget(envelope: string): number {
    const tag = this.review.act(envelope)?.head.withdrawTag
    const ids = [...this.review.all()].filter((it) => it.head.withdrawTag === tag).map((it) => it.head.id)
    for (const id of ids) this.review.forget(id)
    return ids.length
  }

  /** Of everything that was opened and wanted, in a fixed order: what an export run holds. */
  ids(): string[] {
    return [...this.review.all()].map((it) => it.head.id).sort()
  }

  /** A part of `ids`, as they were when the first part was asked for: whoever is taken out meanwhile shifts nobody. */
  someIds(at: number, size: number): { total: number; ids: string[] } {
    if (at === 0) this.listed = this.ids()
    return { total: this.listed.length, ids: this.listed.slice(at, at + size) }
  }
}

const noStates = (): Record<ReadState, number> => ({ open: 0, approved: 0, rejected: 0, read: 0 })
