// What every act has inside its seal, whatever its kind: the consents as they were read, the clock, the device.
import type { ActBody, ConsentPurpose } from '../../protocol/act.ts'
import type { Campaign, ConsentText } from '../../protocol/campaign.ts'
import type { LocalText } from '../../protocol/local-text.ts'

/** The language that a text was read in: the page's, or the first one it has. */
export const readIn = (text: LocalText, language: string): string =>
  language in text ? language : (Object.keys(text)[0] ?? language)

/** `2026-11-22T14:02:07+00:00`: the device's own clock and zone. */
export function localTime(now: Date): string {
  const minutes = -now.getTimezoneOffset()
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0')
  const shifted = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  return `${shifted}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** A device cannot know its clock is right, but it can be certainly wrong: before its key was made, or past the campaign's life. */
export function clockInDoubt(now: Date, campaign: Campaign): boolean {
  const made = Date.parse(campaign.sealingKey?.validFrom ?? '')
  return now.getTime() < made || now.getTime() > Date.parse(`${campaign.destroyBy}T23:59:59Z`)
}

/** `asked`: the texts that stood on the screen · `agreed`: the purposes that were ticked */
export const commonOf = (
  campaign: Campaign,
  asked: readonly ConsentText[],
  agreed: readonly ConsentPurpose[],
  language: string,
  now: Date,
): Pick<ActBody, 'v' | 'consents' | 'at' | 'clockInDoubt'> => ({
  v: 1,
  consents: asked.map((it) => ({
    purpose: it.purpose,
    text: it.id,
    language: readIn(it.text, language),
    given: agreed.includes(it.purpose),
  })),
  at: localTime(now),
  clockInDoubt: clockInDoubt(now, campaign),
})
