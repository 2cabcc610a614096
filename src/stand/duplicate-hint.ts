// How many people perhaps signed twice at this tablet today: a number for the team, never shown to who signs, and no more than a
// hint, since a phone is shared in many families. In this page's memory only; whoever reloads it begins at nought.
import { utf8 } from '../../protocol/base64url.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { toHex } from '../../protocol/ids.ts'
import { readPhone } from '../../protocol/phone.ts'
import { wantsEmail, wantsPhone } from '../petition/person.ts'
import type { SignFields } from '../petition/sign.ts'

/** One signature that was kept. */
export interface Noticed {
  /** Its number or address has signed for one of its petitions today. */
  twice: boolean
  /** It was taken back, and what is keyed in anew is no second one. */
  takeBack(): void
}

export class DuplicateHint {
  /** Made here and never written anywhere: outside of this page the fingerprints say nothing. */
  private readonly key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
  /** How many signatures have each fingerprint. */
  private seen = new Map<string, number>()
  private twice = 0
  private day = ''

  /** Perhaps signed twice, on the day of `now`. */
  count(now: Date): number {
    this.turnPage(now)
    return this.twice
  }

  /** A signature was kept. Names do not count here: that is for a coordinator to compare, after opening. */
  async noticed(fields: SignFields, campaign: Campaign, now: Date): Promise<Noticed> {
    const prints = await Promise.all(waysOf(fields, campaign).map((it) => this.print(it)))
    this.turnPage(now)
    const { seen, day } = this
    const twice = prints.some((it) => (seen.get(it) ?? 0) > 0)
    const add = (by: number) => {
      if (twice) this.twice += by
      for (const it of prints) seen.set(it, (seen.get(it) ?? 0) + by)
    }
    add(1)
    return { twice, takeBack: () => day === this.day && add(-1) }
  }

  private async print(text: string): Promise<string> {
    return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', await this.key, utf8(text))))
  }

  private turnPage(now: Date): void {
    const day = now.toDateString()
    if (day === this.day) return
    this.day = day
    this.seen = new Map()
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
