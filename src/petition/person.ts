// The rules of saying who one is, in every form of a signer: what is wrong with it, and what a filled one becomes. No screen.
import type { ConsentPurpose, Person } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { MAX_NAME, MAX_PLACE } from '../../protocol/limits.ts'
import { readPhone } from '../../protocol/phone.ts'

/** How a person is told apart from another of the same name. */
export type Way = 'phone' | 'email' | 'place'
export const WAYS: readonly Way[] = ['phone', 'email', 'place']

/** A person as typed. */
export interface PersonTyped {
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

export type PersonName = 'firstName' | 'lastName' | 'phone' | 'email' | 'town' | 'quarter'

export type Problem =
  | { problem: 'missing' }
  | { problem: 'too-long'; most: number }
  | { problem: 'not-an-address' | 'not-a-number' }
  | { problem: 'too-short' | 'too-many'; by: number }

/** What is wrong with each field; those that are right are absent. */
export type ProblemsOf<Name extends string> = Partial<Record<Name, Problem>>

export const emptyPerson = (campaign: Campaign): PersonTyped => ({
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

/** Whether it holds anything that a person would have to type again. */
export const isFilled = ({ firstName, lastName, phone, email, town, quarter }: PersonTyped): boolean =>
  [firstName, lastName, phone, email, town, quarter].some((it) => it.trim() !== '')

/** A number is asked for by the way chosen, or by the wish to be called; an address by the way, or by the wish for news. */
export const wantsPhone = ({ way, agreed }: PersonTyped): boolean => way === 'phone' || agreed.includes('calls')
export const wantsEmail = ({ way, agreed }: PersonTyped): boolean => way === 'email' || agreed.includes('news')

/**
 * The fields in the order of the screen; `consents` are what is ticked. A number or an address that only a consent asks for
 * stands beside that consent, where whoever ticks it sees it.
 */
export function personOrder<Tick extends string>(
  { way }: PersonTyped,
  consents: readonly Tick[],
): (PersonName | Tick)[] {
  const beside = (['email', 'phone'] as const).filter((it) => it !== way)
  const here: PersonName[] = way === 'place' ? ['town', 'quarter'] : [way]
  return ['firstName', 'lastName', ...here, ...consents, ...beside]
}

export function textProblem(typed: string, most: number): Problem | null {
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

function phoneProblem({ phone: typed, country }: PersonTyped, campaign: Campaign): Problem | null {
  if (typed.trim() === '') return { problem: 'missing' }
  // It would be taken for a number of the campaign's country, or be called too long by the rules of that one.
  if (country !== campaign.country && !/^\s*(\+|00)/.test(typed)) return { problem: 'not-a-number' }
  const read = readPhone(typed, campaign.phone)
  if ('phone' in read) return null
  if (read.problem === 'not-a-number') return { problem: 'not-a-number' }
  return { problem: read.problem === 'too-long' ? 'too-many' : 'too-short', by: read.by }
}

/** Null where a field is right, or not asked for. */
export const personProblems = (typed: PersonTyped, campaign: Campaign): Record<PersonName, Problem | null> => ({
  firstName: textProblem(typed.firstName, MAX_NAME),
  lastName: textProblem(typed.lastName, MAX_NAME),
  phone: wantsPhone(typed) ? phoneProblem(typed, campaign) : null,
  email: wantsEmail(typed) ? emailProblem(typed.email) : null,
  town: typed.way === 'place' ? textProblem(typed.town, MAX_PLACE) : null,
  quarter: typed.way === 'place' ? textProblem(typed.quarter, MAX_PLACE) : null,
})

/** Only what is wrong. */
export const found = <Name extends string>(all: Record<Name, Problem | null>): ProblemsOf<Name> =>
  Object.fromEntries(Object.entries(all).filter(([, problem]) => problem !== null)) as ProblemsOf<Name>

/** Who it is, inside the seal. The fields have no problems. */
export function personOf(typed: PersonTyped, campaign: Campaign): Person {
  const read = wantsPhone(typed) ? readPhone(typed.phone, campaign.phone) : null
  return {
    firstName: typed.firstName.trim(),
    lastName: typed.lastName.trim(),
    country: typed.country,
    ...(read && 'phone' in read ? { phone: read.phone } : {}),
    ...(wantsEmail(typed) ? { email: typed.email.trim() } : {}),
    ...(typed.way === 'place' ? { town: typed.town.trim(), quarter: typed.quarter.trim() } : {}),
  }
}
