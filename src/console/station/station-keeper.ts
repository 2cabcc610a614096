import type { NewDecision } from '../../../protocol/review-routes.ts'
import type { Keeper } from '../desk/keeper.ts'
import { decisionKey } from '../review/decisions.ts'
import type { DecisionsFile } from './decisions-file.ts'

/** What is decided at a station that is never online: kept in this page until its file is saved. */
export class StationKeeper implements Keeper {
  readonly name = null
  readonly mayWithdraw = true
  private readonly decisions = new Map<string, DecisionsFile['decisions'][number]>()
  private readonly taken = new Set<string>()
  private told = () => {}

  constructor(
    private readonly campaign: string,
    readonly dumpSavedAt: string,
    before: Pick<DecisionsFile, 'decisions' | 'withdrawn'> | null = null,
  ) {
    for (const it of before?.decisions ?? []) this.decisions.set(decisionKey(it.envelope, it.petition), it)
    for (const it of before?.withdrawn ?? []) this.taken.add(it)
  }

  /** Of what was opened: they still have to be withdrawn at the server. */
  get withdrawn(): string[] {
    return [...this.taken]
  }

  get content(): Pick<DecisionsFile, 'campaign' | 'decisions' | 'withdrawn'> {
    return { campaign: this.campaign, decisions: [...this.decisions.values()], withdrawn: this.withdrawn }
  }

  onChange(told: () => void): void {
    this.told = told
  }

  readonly decide = async (decisions: NewDecision[]): Promise<void> => {
    for (const { verdict, ...it } of decisions) {
      const key = decisionKey(it.envelope, it.petition)
      if (verdict === null) this.decisions.delete(key)
      else this.decisions.set(key, { ...it, verdict })
    }
    this.told()
  }

  readonly withdraw = async (envelope: string): Promise<void> => {
    this.taken.add(envelope)
    this.told()
  }
}
