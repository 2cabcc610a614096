import * as z from 'zod/mini'
import { Email } from './act.ts'
import type { CampaignContent } from './campaign.ts'
import { lowContrasts } from './contrast.ts'
import { MAX_NAME, MAX_PETITIONS, MAX_PLACE } from './limits.ts'
import type { LocalText } from './local-text.ts'
import type { Petition } from './petition.ts'

// What a campaign's content has to be beyond its shape. Pure: the editor shows what is wrong while it is written, the server refuses
// by the same words.

/** Characters that each text may have in one language, by what it is. */
export const TEXT_LIMITS = {
  name: 80,
  'call.title': 140,
  'call.text': 400,
  community: 3000,
  'notice.short': 500,
  'notice.full': 8000,
  consent: 1200,
  'victories.intro': 2000,
  'victory.country': 60,
  'victory.text': 1000,
  'join.intro': 2000,
  'join.code': 8000,
  'join.fee': 300,
  'contact.intro': 1000,
  'petition.country': 60,
  'petition.title': 140,
  'petition.summary': 200,
  'petition.story': 6000,
  'petition.problem': 4000,
  'petition.actions': 3000,
  'petition.demand': 2000,
  'petition.addressee': 200,
  'petition.drawingAlt': 300,
  'petition.delivered': 200,
  'letter.rule': 300,
  'update.title': 140,
  'update.text': 3000,
} as const

export type TextName = keyof typeof TEXT_LIMITS

/** Texts that may be left empty in every language. */
const OPTIONAL: readonly TextName[] = [
  'community',
  'victories.intro',
  'join.intro',
  'join.code',
  'join.fee',
  'contact.intro',
]

/** How many of a thing a campaign may have. */
export const LIST_LIMITS = {
  petitions: 40,
  consents: 10,
  towns: 500,
  victories: 50,
  updates: 50,
  rules: 12,
  groups: 200,
} as const

/** Characters of an authority's postal address. */
const MAX_ADDRESS = 500

/** JSON of a whole campaign, in bytes. */
export const MAX_CONTENT_BYTES = 400 * 1024

/** One text of a campaign, and where it stands: `petitions/joel-paredes/updates/0/text`. */
export interface PlacedText {
  name: TextName
  path: string
  text: LocalText
  /** The petition that it belongs to. */
  petition?: Petition
}

/** Every text of a campaign in the order of the editor. */
export function* textsOf(content: CampaignContent): Generator<PlacedText> {
  yield { name: 'name', path: 'name', text: content.name }
  yield { name: 'call.title', path: 'call/title', text: content.call.title }
  yield { name: 'call.text', path: 'call/text', text: content.call.text }
  yield { name: 'community', path: 'community', text: content.community }
  for (const it of content.consents) yield { name: 'consent', path: `consents/${it.id}/text`, text: it.text }
  yield { name: 'notice.short', path: 'notice/short', text: content.notice.short }
  yield { name: 'notice.full', path: 'notice/full', text: content.notice.full }
  yield { name: 'victories.intro', path: 'victories/intro', text: content.victories.intro }
  for (const [at, it] of content.victories.list.entries()) {
    yield { name: 'victory.country', path: `victories/list/${at}/country`, text: it.country }
    yield { name: 'victory.text', path: `victories/list/${at}/text`, text: it.text }
  }
  yield { name: 'join.intro', path: 'join/intro', text: content.join.intro }
  yield { name: 'join.code', path: 'join/codeOfConduct/text', text: content.join.codeOfConduct.text }
  if (content.join.fee) yield { name: 'join.fee', path: 'join/fee', text: content.join.fee }
  yield { name: 'contact.intro', path: 'contact/intro', text: content.contact.intro }
  for (const petition of content.petitions)
    for (const it of petitionTexts(petition)) yield { ...it, path: `petitions/${petition.id}/${it.path}`, petition }
}

function* petitionTexts(petition: Petition): Generator<PlacedText> {
  for (const field of ['country', 'title', 'summary', 'story', 'problem', 'actions', 'demand', 'addressee'] as const)
    yield { name: `petition.${field}`, path: field, text: petition[field] }
  yield petition.picture
    ? { name: 'petition.drawingAlt', path: 'picture/alt', text: petition.picture.alt }
    : { name: 'petition.drawingAlt', path: 'drawingAlt', text: petition.drawingAlt }
  for (const to of ['person', 'authority'] as const)
    for (const [at, rule] of (petition.letters[to]?.rules ?? []).entries())
      yield { name: 'letter.rule', path: `letters/${to}/rules/${at}`, text: rule }
  for (const [at, it] of petition.updates.entries()) {
    yield { name: 'update.title', path: `updates/${at}/title`, text: it.title }
    yield { name: 'update.text', path: `updates/${at}/text`, text: it.text }
  }
  if (petition.delivered) yield { name: 'petition.delivered', path: 'delivered/to', text: petition.delivered.to }
}

/**
 * What is wrong, and where. `too-long`, `too-many`, `twice`: an id stands there twice: such a draft is not even kept. The others only keep
 * it from being published: `missing` · `brackets`: a passage to fill in · `dates`: opens, closes, is destroyed, in that order ·
 * `contrast`: colours that `lowContrasts` names · `email`: not
 * an address.
 */
export interface ContentProblem {
  why: 'too-long' | 'too-many' | 'twice' | 'missing' | 'brackets' | 'dates' | 'contrast' | 'email'
  path: string
  /** Where one language's text is meant. */
  language?: string
}

const KEEPS_FROM_SAVING: readonly ContentProblem['why'][] = ['too-long', 'too-many', 'twice']

export const keepsFromSaving = ({ why }: ContentProblem): boolean => KEEPS_FROM_SAVING.includes(why)

/** Whatever keeps this content from being published, in the order of the editor; empty where nothing does. */
export function contentProblems(content: CampaignContent): ContentProblem[] {
  const problems: ContentProblem[] = []
  const { petitions, consents, victories } = content
  const bad = (why: ContentProblem['why'], path: string, language?: string) =>
    problems.push({ why, path, ...(language === undefined ? {} : { language }) })
  const line = (path: string, text: string, max: number, needed = true) => {
    if (text.length > max) bad('too-long', path)
    if (needed && text.trim() === '') bad('missing', path)
  }
  const many = (path: string, length: number, max: number) => length > max && bad('too-many', path)

  for (const placed of textsOf(content)) checkText(placed, content, bad)
  line('phone/example', content.phone.example, 30)
  many('towns', content.towns.length, LIST_LIMITS.towns)
  for (const town of content.towns) line('towns', town, MAX_PLACE)
  if (!(content.opens < content.closes && content.closes < content.destroyBy)) bad('dates', 'dates')
  many('consents', consents.length, LIST_LIMITS.consents)
  many('victories', victories.list.length, LIST_LIMITS.victories)
  for (const [at, it] of victories.list.entries()) line(`victories/list/${at}/person`, it.person, MAX_NAME)
  many('petitions', petitions.length, LIST_LIMITS.petitions)
  many('petitions', petitions.filter((it) => it.state === 'open').length, MAX_PETITIONS)
  if (petitions.every((it) => it.state === 'draft')) bad('missing', 'petitions')
  for (const it of petitions) {
    const path = `petitions/${it.id}`
    line(`${path}/person`, it.person, MAX_NAME, it.state !== 'draft')
    many(`${path}/updates`, it.updates.length, LIST_LIMITS.updates)
    for (const to of ['person', 'authority'] as const) {
      const { rules = [], address = '', email = '' } = it.letters[to] ?? {}
      many(`${path}/letters/${to}`, rules.length, LIST_LIMITS.rules)
      line(`${path}/letters/${to}/address`, address, MAX_ADDRESS, false)
      if (email !== '' && !z.safeParse(Email, email).success) bad('email', `${path}/letters/${to}/email`)
    }
  }
  const groups = content.join.groups ?? []
  many('join/groups', groups.length, LIST_LIMITS.groups)
  for (const [at, { name, town }] of groups.entries()) {
    line(`join/groups/${at}/name`, name, MAX_NAME)
    if (!content.sample && bracketsIn(name).length > 0) bad('brackets', `join/groups/${at}/name`)
    line(`join/groups/${at}/town`, town, MAX_PLACE)
  }
  for (const id of twice(groups.map((it) => it.id))) bad('twice', `join/groups/${id}`)
  for (const id of twice(petitions.map((it) => it.id))) bad('twice', `petitions/${id}`)
  for (const id of twice([...consents.map((it) => it.id), content.join.codeOfConduct.id]))
    bad('twice', `consents/${id}`)
  for (const id of twice(consents.map((it) => it.purpose))) bad('twice', `consents/${id}`)
  const colours = content.theme?.colours
  if (colours && lowContrasts(colours).length > 0) bad('contrast', 'theme/colours')
  return problems
}

function checkText(
  { name, path, text, petition }: PlacedText,
  { languages, sample }: CampaignContent,
  bad: (why: ContentProblem['why'], path: string, language?: string) => void,
): void {
  const filled = languages.filter((it) => (text[it] ?? '').trim() !== '')
  for (const [language, words] of Object.entries(text)) {
    if (words.length > TEXT_LIMITS[name]) bad('too-long', path, language)
    if (!sample && bracketsIn(words).length > 0) bad('brackets', path, language)
  }
  if (petition?.state === 'draft' || (filled.length === 0 && OPTIONAL.includes(name))) return
  for (const language of languages) if (!filled.includes(language)) bad('missing', path, language)
}

/** Passages in square brackets, which are there to be filled in. A link's words are none. */
export const bracketsIn = (text: string): string[] => text.match(/\[[^\][\n]{1,200}\](?!\()/g) ?? []

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
