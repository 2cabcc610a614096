// The rules of signing: what is wrong with a form, and what a filled one becomes. No screen, no storage, no sealing.
import type { ConsentPurpose, Person, SignatureBody } from '../../protocol/act.ts'
import type { Campaign, ConsentText } from '../../protocol/campaign.ts'
import { MAX_NAME, MAX_PETITIONS, MAX_PLACE } from '../../protocol/limits.ts'
import { readPhone } from '../../protocol/phone.ts'

/** How a person is told apart from another of the same name. */
export type Way = 'phone' | 'email' | 'place'
export const WAYS: readonly Way[] = ['phone', 'email', 'place']

/** The form as it stands on the screen. */
export interface SignFields {
  petitions: readonly string[]
  firstName: string
  lastName: string
  country: string
  way: Way
  phone: string
  email: string
  town: string
  quarter: string
  /** Purposes that were ticked. */
  agreed: readonly ConsentPurpose[]
}

export type FieldName = 'petitions' | 'firstName' | 'lastName' | 'phone' | 'email' | 'town' | 'quarter' | 'sign'

/** In the order of the screen: the first wrong one gets the focus. */
export const FIELD_ORDER: readonly FieldName[] = [
  'petitions',
  'firstName',
  'lastName',
  'phone',
  'email',
  'town',
  'quarter',
  'sign',
]

export type Problem =
  | { problem: 'missing' }
  | { problem: 'too-long'; most: number }
  | { problem: 'not-an-address' | 'not-a-number' }
  | { problem: 'too-short' | 'too-many'; by: number }

export type Problems = Partial<Record<FieldName, Problem>>

/** The purposes that signing asks for; each kind of act has a consent of its own. */
const ASKED: readonly ConsentPurpose[] = ['sign', 'news', 'calls', 'public-name']

export const consentsAsked = (campaign: Campaign): ConsentText[] =>
  campaign.consents.filter((it) => ASKED.includes(it.purpose))

export const emptyFields = (campaign: Campaign, petitions: readonly string[]): SignFields => ({
  petitions,
  firstName: '',
  lastName: '',
  country: campaign.country,
  way: 'phone',
  phone: '',
  email: '',
  town: '',
  quarter: '',
  agreed: [],
})

/** Whether a form holds anything that a person would have to type again. */
export const isFilled = ({ firstName, lastName, phone, email, town, quarter }: SignFields): boolean =>
  [firstName, lastName, phone, email, town, quarter].some((it) => it.trim() !== '')

/** A number is asked for by the way chosen, or by the wish to be called; an address by the way, or by the wish for news. */
export const wantsPhone = ({ way, agreed }: SignFields): boolean => way === 'phone' || agreed.includes('calls')
export const wantsEmail = ({ way, agreed }: SignFields): boolean => way === 'email' || agreed.includes('news')

function textProblem(typed: string, most: number): Problem | null {
  const text = typed.trim()
  if (text === '') return { problem: 'missing' }
  return text.length > most ? { problem: 'too-long', most } : null
}

/** What `protocol/act.ts` calls an e-mail, said in words a person can act on. */
const MOST_EMAIL = 254
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function emailProblem(typed: string): Problem | null {
  return textProblem(typed, MOST_EMAIL) ?? (EMAIL.test(typed.trim()) ? null : { problem: 'not-an-address' })
}

function phoneProblem(typed: string, campaign: Campaign): Problem | null {
  if (typed.trim() === '') return { problem: 'missing' }
  const read = readPhone(typed, campaign.phone)
  if ('phone' in read) return null
  if (read.problem === 'not-a-number') return { problem: 'not-a-number' }
  return { problem: read.problem === 'too-long' ? 'too-many' : 'too-short', by: read.by }
}

function petitionsProblem({ length }: readonly string[]): Problem | null {
  if (length === 0) return { problem: 'missing' }
  return length > MAX_PETITIONS ? { problem: 'too-long', most: MAX_PETITIONS } : null
}

/** Everything that keeps this form from being a signature; empty when it is one. */
export function problemsOf(fields: SignFields, campaign: Campaign): Problems {
  const found: Record<FieldName, Problem | null> = {
    petitions: petitionsProblem(fields.petitions),
    firstName: textProblem(fields.firstName, MAX_NAME),
    lastName: textProblem(fields.lastName, MAX_NAME),
    phone: wantsPhone(fields) ? phoneProblem(fields.phone, campaign) : null,
    email: wantsEmail(fields) ? emailProblem(fields.email) : null,
    town: fields.way === 'place' ? textProblem(fields.town, MAX_PLACE) : null,
    quarter: fields.way === 'place' ? textProblem(fields.quarter, MAX_PLACE) : null,
    sign: fields.agreed.includes('sign') ? null : { problem: 'missing' },
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null))
}

function personOf(fields: SignFields, campaign: Campaign): Person {
  const read = wantsPhone(fields) ? readPhone(fields.phone, campaign.phone) : null
  return {
    firstName: fields.firstName.trim(),
    lastName: fields.lastName.trim(),
    country: fields.country,
    ...(read && 'phone' in read ? { phone: read.phone } : {}),
    ...(wantsEmail(fields) ? { email: fields.email.trim() } : {}),
    ...(fields.way === 'place' ? { town: fields.town.trim(), quarter: fields.quarter.trim() } : {}),
  }
}

/** The language that a text was read in: the page's, or the first one it has. */
const readIn = (it: ConsentText, language: string): string =>
  language in it.text ? language : (Object.keys(it.text)[0] ?? language)

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

/** Where an act was done: on whose device, at which stand, from which paper sheet. */
export type Provenance = Pick<SignatureBody, 'channel' | 'stand' | 'sheet'>

export const OWN_PHONE: Provenance = { channel: 'phone' }

/** The act inside the seal. The fields have no problems. `drawn`: see `SignatureBody`. */
export function bodyOf(
  fields: SignFields,
  campaign: Campaign,
  language: string,
  now: Date,
  from: Provenance = OWN_PHONE,
  drawn?: string,
): SignatureBody {
  return {
    v: 1,
    kind: 'signature',
    person: personOf(fields, campaign),
    consents: consentsAsked(campaign).map((it) => ({
      purpose: it.purpose,
      text: it.id,
      language: readIn(it, language),
      given: fields.agreed.includes(it.purpose),
    })),
    at: localTime(now),
    clockInDoubt: clockInDoubt(now, campaign),
    ...from,
    ...(drawn ? { drawn } : {}),
  }
}
