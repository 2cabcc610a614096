// How many people perhaps signed twice at this tablet today: a number for the team, never shown to who signs, and no more than a
// hint, since a phone is shared in many families. In this page's memory only; whoever reloads it begins at nought.
import { utf8 } from '../../protocol/base64url.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { toHex } from '../../protocol/ids.ts'
import { readPhone } from '../../protocol/phone.ts'
import { type SignFields, wantsEmail, wantsPhone } from '../petition/sign.ts'

export class DuplicateHint {
  /** Made here and never written anywhere: outside of this page the fingerprints say nothing. */
  private readonly key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
  private seen = new Set<string>()
  private twice = 0
  private day = ''
  private readonly listeners = new Set<(count: number) => void>()

  /** Perhaps signed twice, on the day of `now`. */
  count(now: Date): number {
    this.turnPage(now)
    return this.twice
  }

  /** A signature was kept. Names do not count here: that is for a coordinator to compare, after opening. */
  async noticed(fields: SignFields, campaign: Campaign, now: Date): Promise<void> {
    const prints = await Promise.all(waysOf(fields, campaign).map((it) => this.print(it)))
    this.turnPage(now)
    if (prints.some((it) => this.seen.has(it))) this.twice += 1
    for (const it of prints) this.seen.add(it)
    for (const tell of this.listeners) tell(this.twice)
  }

  /** Calls `tell` after each signature, until the function that comes back is called. */
  onCount(tell: (count: number) => void): () => void {
    this.listeners.add(tell)
    return () => void this.listeners.delete(tell)
  }

  private async print(text: string): Promise<string> {
    return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', await this.key, utf8(text))))
  }

  private turnPage(now: Date): void {
    const day = now.toDateString()
    if (day === this.day) return
    this.day = day
    this.seen = new Set()
    this.twice = 0
  }
}

/** Each petition with each way to reach its signer, written as it would be compared after opening. */
function waysOf(fields: SignFields, campaign: Campaign): string[] {
  const read = wantsPhone(fields) ? readPhone(fields.phone, campaign.phone) : null
  const ways = [
    ...(read && 'phone' in read ? [read.phone] : []),
    ...(wantsEmail(fields) ? [fields.email.trim().toLowerCase()] : []),
  ]
  return fields.petitions.flatMap((petition) => ways.map((way) => `${petition} ${way}`))
}

/** This tablet's, from one loading of the page to the next. */
export const duplicateHint = new DuplicateHint()
