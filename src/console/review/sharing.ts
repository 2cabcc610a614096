import type { ConsentGiven } from '../../../protocol/act.ts'
import type { OpenedAct } from './opened-act.ts'

/** Of what thousands of acts have in common, one is kept for all: half of the memory that they take. */
export class Sharing {
  private readonly texts = new Map<string, string>()
  private readonly lists = new Map<string, readonly unknown[]>()

  /** The same act, with parts that others have too. It is changed in place: it has just come. */
  of(act: OpenedAct): OpenedAct {
    const { head, body } = act
    head.campaign = this.text(head.campaign)
    head.key = this.text(head.key)
    head.consent = this.text(head.consent)
    head.petitions = this.list(head.petitions) as typeof head.petitions
    body.consents = this.list(body.consents) as ConsentGiven[]
    if (act.batch !== undefined) act.batch = this.text(act.batch)
    if (body.stand !== undefined) body.stand = this.text(body.stand)
    return act
  }

  private text(text: string): string {
    const known = this.texts.get(text)
    if (known !== undefined) return known
    this.texts.set(text, text)
    return text
  }

  private list(list: readonly unknown[]): readonly unknown[] {
    const key = JSON.stringify(list)
    const known = this.lists.get(key)
    if (known) return known
    this.lists.set(key, list)
    return list
  }
}
