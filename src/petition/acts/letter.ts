// The rules of a letter: what is wrong with a form, and what a filled one becomes. No screen, no storage, no sealing.
import type { ActBody, ConsentPurpose } from '../../../protocol/act.ts'
import type { Campaign } from '../../../protocol/campaign.ts'
import { MAX_LETTER, MAX_NAME } from '../../../protocol/limits.ts'
import { commonOf } from '../act-body.ts'
import type { To } from '../pages/offered.ts'
import { found, type PersonName, type Problem, type ProblemsOf, textProblem } from '../person.ts'
import { consentsOf } from './consents-of.ts'

/** The form as it stands on the screen. */
export interface LetterFields {
  to: To
  text: string
  firstName: string
  lastName: string
  country: string
  /** Purposes that were ticked. */
  agreed: readonly ConsentPurpose[]
}

export type LetterName = 'text' | Extract<PersonName, 'firstName' | 'lastName'> | 'letter'

export const LETTER_ORDER: readonly LetterName[] = ['text', 'firstName', 'lastName', 'letter']

export const emptyLetter = (campaign: Campaign, to: To): LetterFields => ({
  to,
  text: '',
  firstName: '',
  lastName: '',
  country: campaign.country,
  agreed: [],
})

export const isWritten = ({ text, firstName, lastName }: LetterFields): boolean =>
  [text, firstName, lastName].some((it) => it.trim() !== '')

/** A person may be written to under a first name alone; an authority wants the whole name. */
const lastNameProblem = ({ lastName, to }: LetterFields): Problem | null =>
  lastName.trim() === '' && to === 'person' ? null : textProblem(lastName, MAX_NAME)

/** Everything that keeps this form from being a letter; empty when it is one. */
export const letterProblems = (fields: LetterFields): ProblemsOf<LetterName> =>
  found({
    text: textProblem(fields.text, MAX_LETTER),
    firstName: textProblem(fields.firstName, MAX_NAME),
    lastName: lastNameProblem(fields),
    letter: fields.agreed.includes('letter') ? null : { problem: 'missing' },
  })

/** The act inside the seal. The fields have no problems. */
export const letterBody = (fields: LetterFields, campaign: Campaign, language: string, now: Date): ActBody => ({
  kind: 'letter',
  to: fields.to,
  from: {
    firstName: fields.firstName.trim(),
    ...(fields.lastName.trim() === '' ? {} : { lastName: fields.lastName.trim() }),
    country: fields.country,
  },
  text: fields.text.trim(),
  ...commonOf(campaign, consentsOf(campaign, 'letter'), fields.agreed, language, now),
  channel: 'phone',
})
