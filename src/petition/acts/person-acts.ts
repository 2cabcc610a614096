// The rules of joining and of writing to the coordinators: what is wrong with a form, and what a filled one becomes.
import type { ActBody, Declared } from '../../../protocol/act.ts'
import type { Campaign } from '../../../protocol/campaign.ts'
import { MAX_MESSAGE } from '../../../protocol/limits.ts'
import { commonOf, readIn } from '../act-body.ts'
import {
  emptyPerson,
  found,
  isFilled,
  type PersonName,
  type PersonTyped,
  type ProblemsOf,
  personOf,
  personOrder,
  personProblems,
  textProblem,
} from '../person.ts'
import { consentsOf } from './consents-of.ts'

export interface JoinFields extends PersonTyped {
  as: 'group' | 'individual'
  /** Id of a group; '' while none was chosen. */
  group: string
  /** The code of conduct was read. */
  read: boolean
  /** Where the campaign has a least age. */
  oldEnough: boolean
  message: string
}

export type JoinName = PersonName | 'read' | 'oldEnough' | 'group' | 'message' | 'join'

const groupsOf = (campaign: Campaign) => campaign.join.groups ?? []

export const emptyJoin = (campaign: Campaign): JoinFields => ({
  ...emptyPerson(campaign),
  as: groupsOf(campaign).length > 0 ? 'group' : 'individual',
  group: '',
  read: false,
  oldEnough: false,
  message: '',
})

export const isJoining = (fields: JoinFields): boolean => isFilled(fields) || fields.message.trim() !== ''

/** In the order of the screen. */
export const joinOrder = (fields: JoinFields): JoinName[] => [
  'read',
  'oldEnough',
  'group',
  ...personOrder<'message' | 'join'>(fields, ['message', 'join']),
]

/** A message that may be left out. */
const messageProblem = (message: string) => (message.trim() === '' ? null : textProblem(message, MAX_MESSAGE))

const MISSING = { problem: 'missing' } as const

export const joinProblems = (fields: JoinFields, campaign: Campaign): ProblemsOf<JoinName> =>
  found({
    ...personProblems(fields, campaign),
    read: fields.read ? null : MISSING,
    oldEnough: fields.oldEnough || !campaign.join.minAge ? null : MISSING,
    group: fields.as === 'individual' || groupsOf(campaign).some((it) => it.id === fields.group) ? null : MISSING,
    message: messageProblem(fields.message),
    join: fields.agreed.includes('join') ? null : MISSING,
  })

/** The sentences at the boxes of the join form, as they stand on the page. */
export type JoinBoxes = Record<'read' | 'oldEnough', string>

/** What was ticked beside the consents, to be kept as they are: which version, in which language, and the sentence itself. */
function declared({ join }: Campaign, language: string, boxes: JoinBoxes): Declared[] {
  const { id, text } = join.codeOfConduct
  const code = { about: 'code-of-conduct' as const, text: id, language: readIn(text, language), said: boxes.read }
  if (!join.minAge) return [code]
  return [code, { about: 'age', text: `age-${join.minAge}`, language, said: boxes.oldEnough }]
}

/** The act inside the seal. The fields have no problems. */
export const joinBody = (
  fields: JoinFields,
  campaign: Campaign,
  language: string,
  now: Date,
  boxes: JoinBoxes,
): ActBody => ({
  kind: 'join',
  person: personOf(fields, campaign),
  way: fields.as,
  ...(fields.as === 'group' ? { group: fields.group } : {}),
  codeOfConduct: campaign.join.codeOfConduct.id,
  declared: declared(campaign, language, boxes),
  ...(fields.message.trim() === '' ? {} : { message: fields.message.trim() }),
  ...commonOf(campaign, consentsOf(campaign, 'join'), fields.agreed, language, now),
  channel: 'phone',
})

export interface ContactFields extends PersonTyped {
  message: string
}

export type ContactName = PersonName | 'message' | 'contact'

export const emptyContact = (campaign: Campaign): ContactFields => ({ ...emptyPerson(campaign), message: '' })

export const isContact = (fields: ContactFields): boolean => isFilled(fields) || fields.message.trim() !== ''

export const contactOrder = (fields: ContactFields): ContactName[] => [
  'message',
  ...personOrder<'contact'>(fields, ['contact']),
]

export const contactProblems = (fields: ContactFields, campaign: Campaign): ProblemsOf<ContactName> =>
  found({
    ...personProblems(fields, campaign),
    message: textProblem(fields.message, MAX_MESSAGE),
    contact: fields.agreed.includes('contact') ? null : MISSING,
  })

/** The act inside the seal. The fields have no problems. */
export const contactBody = (fields: ContactFields, campaign: Campaign, language: string, now: Date): ActBody => ({
  kind: 'contact',
  person: personOf(fields, campaign),
  message: fields.message.trim(),
  ...commonOf(campaign, consentsOf(campaign, 'contact'), fields.agreed, language, now),
  channel: 'phone',
})
