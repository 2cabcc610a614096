// What stands on a paper sheet and is the same for each of its rows. Pure.
import type { ConsentGiven, ConsentPurpose } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { MAX_PETITIONS } from '../../protocol/limits.ts'
import { signable } from '../../protocol/reading.ts'
import type { Stand } from '../../protocol/stand.ts'
import type { Problem } from '../petition/person.ts'

/** The consents that a sheet has room for. */
export type SheetPurpose = Extract<ConsentPurpose, 'sign' | 'news' | 'calls'>
export const SHEET_PURPOSES: readonly SheetPurpose[] = ['sign', 'news', 'calls']

export interface Sheet {
  number: string
  petitions: readonly string[]
  /** The language of its texts. */
  language: string
  /** The version of each consent text that it carries, `sign` always. */
  texts: { sign: string } & Partial<Record<SheetPurpose, string>>
}

/** See `SignatureBody`. */
export const MAX_SHEET = 40

/** The texts of the campaign that a sheet can carry, as they are now. */
export function textsNow(campaign: Campaign): Partial<Record<SheetPurpose, string>> {
  const ids = SHEET_PURPOSES.map((purpose) => [purpose, campaign.consents.find((it) => it.purpose === purpose)?.id])
  return Object.fromEntries(ids.filter(([, id]) => id))
}

/** A published text is succeeded, never edited: of `sign-3`, sheets may carry `sign-2` and `sign-1`. Newest first. */
export function versionsOf(id: string): string[] {
  const [, stem, last] = /^(.*-)([1-9]\d?)$/.exec(id) ?? []
  if (stem === undefined || last === undefined) return [id]
  return Array.from({ length: Number(last) }, (_, i) => `${stem}${Number(last) - i}`)
}

/** The cases that a sheet of this stand may be for: of those that it asks for, what is open; where that is nothing, all. */
export function sheetPetitions(campaign: Campaign, stand: Pick<Stand, 'petitions'> | null): string[] {
  const open = signable(campaign).map((it) => it.id)
  const here = open.filter((it) => stand?.petitions.includes(it))
  return (here.length > 0 ? here : open).slice(0, MAX_PETITIONS)
}

export function firstSheet(campaign: Campaign, stand: Pick<Stand, 'petitions'>, language: string): Sheet {
  const texts = textsNow(campaign)
  return {
    number: '',
    petitions: sheetPetitions(campaign, stand),
    language: campaign.languages.includes(language) ? language : (campaign.languages[0] ?? language),
    texts: { ...texts, sign: texts.sign ?? '' },
  }
}

/** The pile's next sheet: `GM-009` is followed by `GM-010`; what does not end in a number is for a person to say. */
export function nextNumber(number: string): string {
  const [, stem = '', last] = /^(.*?)(\d+)$/.exec(number.trim()) ?? []
  return last === undefined ? '' : stem + String(BigInt(last) + 1n).padStart(last.length, '0')
}

export type SheetProblems = Partial<Record<'number' | 'petitions', Problem>>

export function sheetProblems({ number, petitions }: Sheet): SheetProblems {
  const { length } = number.trim()
  return {
    ...(length === 0 ? { number: { problem: 'missing' } } : {}),
    ...(length > MAX_SHEET ? { number: { problem: 'too-long', most: MAX_SHEET } } : {}),
    ...(petitions.length === 0 ? { petitions: { problem: 'missing' } } : {}),
  }
}

/** What was not on the sheet was neither given nor refused. */
export const carried = (consents: readonly ConsentGiven[], { texts }: Sheet): ConsentGiven[] =>
  consents.flatMap((it) => {
    const text = texts[it.purpose as SheetPurpose]
    return text ? [{ ...it, text }] : []
  })
