import type { SignatureBody } from '../../../protocol/act.ts'
import type { HomeNumbers } from '../../../protocol/phone.ts'
import type { Verdict } from '../../../protocol/review-routes.ts'
import { type Decisions, decisionKey, withDecisions } from './decisions.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { OpenedAct, ReviewedSignature } from './opened-act.ts'
import { reviewPetition } from './review-petition.ts'
import { Sharing } from './sharing.ts'
import { byArrival, type Traits, traitsOf } from './traits.ts'

/**
 * Everything that was opened, and what the rules and people say of it. Acts may come in any order and any number of times: what is
 * said of them depends on the acts and the decisions alone.
 */
export class Review {
  private readonly acts = new Map<string, OpenedAct>()
  private readonly byPetition = new Map<string, Traits[]>()
  private readonly reviewed = new Map<string, ReviewedSignature[]>()
  private readonly sharing = new Sharing()
  private decisions: Decisions = new Map()
  /** Ids that came with two different envelopes: the earlier one is reviewed. */
  readonly twice: string[] = []

  /** `petitions`: only these are reviewed, although an act may sign others too; null for all. */
  constructor(
    private readonly home: HomeNumbers,
    private readonly petitions: readonly string[] | null = null,
  ) {}

  get size(): number {
    return this.acts.size
  }

  /** Takes acts. The same one again changes nothing; of two others under one id, the one that came first is taken. */
  take(acts: readonly OpenedAct[]): void {
    for (const act of acts) {
      const { id } = act.head
      const there = this.acts.get(id)
      if (there) {
        if (isSame(there, act)) continue
        this.twice.push(id)
        if (isEarlier(there, act)) continue
        this.forget(id)
      }
      this.acts.set(id, this.sharing.of(act))
      if (!isSignature(act)) continue
      const traits = traitsOf(act, this.home)
      for (const petition of act.head.petitions) {
        if (this.petitions && !this.petitions.includes(petition)) continue
        const signed = this.byPetition.get(petition)
        if (signed) signed.push(traits)
        else this.byPetition.set(petition, [traits])
        this.reviewed.delete(petition)
      }
    }
  }

  decide(decisions: readonly { envelope: string; petition: string | null; verdict: Verdict | null }[]): void {
    this.decisions = withDecisions(this.decisions, decisions)
    for (const { petition } of decisions) if (petition !== null) this.reviewed.delete(petition)
  }

  verdictOf(envelope: string, petition: string | null): Verdict | null {
    return this.decisions.get(decisionKey(envelope, petition)) ?? null
  }

  /** Takes an act out, because its signer withdrew it. */
  forget(envelope: string): void {
    const act = this.acts.get(envelope)
    if (!act) return
    this.acts.delete(envelope)
    for (const petition of act.head.petitions) {
      const signed = this.byPetition.get(petition)
      if (!signed) continue
      this.byPetition.set(
        petition,
        signed.filter((it) => it.act.head.id !== envelope),
      )
      this.reviewed.delete(petition)
    }
  }

  /** Also one that was opened for comparing alone. */
  act(envelope: string): OpenedAct | undefined {
    return this.acts.get(envelope)
  }

  /** Every act of the part that was asked for. */
  *all(): Generator<OpenedAct> {
    for (const act of this.acts.values()) if (!act.aside) yield act
  }

  /** Petitions that were signed, by the order of their ids. */
  signedPetitions(): string[] {
    return [...this.byPetition]
      .filter(([, signed]) => signed.some(({ act }) => !act.aside))
      .map(([petition]) => petition)
      .sort()
  }

  /** One petition's signatures in the order in which they came: of the part that was asked for, and judged beside all that were opened. */
  signatures(petition: string): readonly ReviewedSignature[] {
    const known = this.reviewed.get(petition)
    if (known) return known
    const signed = this.byPetition.get(petition) ?? []
    const reviewed = reviewPetition(petition, signed.sort(byArrival), this.decisions).filter(({ act }) => !act.aside)
    this.reviewed.set(petition, reviewed)
    return reviewed
  }

  figures(): Record<string, Figures> {
    return Object.fromEntries(
      this.signedPetitions().map((petition) => [petition, figuresOf(this.signatures(petition))]),
    )
  }
}

const isSame = (a: OpenedAct, b: OpenedAct): boolean => JSON.stringify(a) === JSON.stringify(b)

/** By the server's clock, and then by their tags, which are random: any order will do that is always the same. */
const isEarlier = (a: OpenedAct, b: OpenedAct): boolean =>
  a.receivedAt === b.receivedAt ? a.head.withdrawTag < b.head.withdrawTag : a.receivedAt < b.receivedAt

export const isSignature = (act: OpenedAct): act is OpenedAct<SignatureBody> => act.body.kind === 'signature'
