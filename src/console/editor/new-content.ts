import type { CampaignContent } from '../../../protocol/campaign.ts'
import type { LocalText } from '../../../protocol/local-text.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { redated } from './promised-days.ts'

// Contents to begin with, and the ids in them.

const NOTHING: LocalText = { fr: '', en: '' }

/** A word for an address: lower-case ASCII letters, digits and dashes; '' where the text has none of them. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

/** `wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken. */
export function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.includes(`${wanted}-${n}`)) return `${wanted}-${n}`
}

/** The id of a text's next version: `sign-1`, `sign-2` … */
export function nextId(id: string, taken: readonly string[]): string {
  const [, stem = id, number = '1'] = /^(.*?)(?:-(\d+))?$/.exec(id) ?? []
  for (let n = Number(number) + 1; ; n++) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`
}

/** A group's id, readable in the files: its town and its name. */
export const groupId = ({ name, town }: { name: string; town: string }, taken: readonly string[]): string =>
  freeId(slugOf(`${town} ${name}`) || 'groupe', taken)

/** `months` later, at most the last day of that month. Dates as `2026-11-25`. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

export const newPetition = (id: string, today: string): Petition => ({
  id,
  state: 'draft',
  person: '',
  country: NOTHING,
  title: NOTHING,
  summary: NOTHING,
  situation: today,
  story: NOTHING,
  problem: NOTHING,
  actions: NOTHING,
  demand: NOTHING,
  addressee: NOTHING,
  drawing: 'window',
  drawingAlt: NOTHING,
  letters: { person: null, authority: null },
  updates: [],
})

interface Beginning {
  id: string
  name: LocalText
  /** `2026-11-25` */
  today: string
}

/** What the sample says of itself holds for no other campaign. In square brackets, so that nobody publishes it unread. */
const FROM_SAMPLE: LocalText = {
  fr: '[Texte de l’exemple, à remplacer\u00a0:] ',
  en: '[Text of the sample, to be replaced:] ',
}

const asFromSample = (text: LocalText): LocalText =>
  Object.fromEntries(Object.entries(text).map(([language, words]) => [language, (FROM_SAMPLE[language] ?? '') + words]))

/** Its texts that name numbers, years and people. */
const markedAsSample = (content: CampaignContent): CampaignContent => ({
  ...content,
  call: { title: asFromSample(content.call.title), text: content.call.text },
  community: asFromSample(content.community),
  victories: {
    intro: asFromSample(content.victories.intro),
    list: content.victories.list.map((it) => ({ ...it, text: asFromSample(it.text) })),
  },
})

/**
 * A campaign like another one: its texts, with this one's day of destruction where they promise that, none of its cases, and a month to
 * prepare. Texts to agree to keep their ids: what is published under one here is this campaign's own.
 */
export function fromTemplate(
  template: CampaignContent,
  { id, name, today }: Beginning,
  withCases: boolean,
): CampaignContent {
  const destroyBy = monthsLater(today, 9)
  const texts = redated(template.sample ? markedAsSample(template) : template, template.destroyBy, destroyBy)
  return {
    ...texts,
    id,
    sample: false,
    name,
    opens: today,
    closes: monthsLater(today, 3),
    destroyBy,
    petitions: withCases ? texts.petitions.map((it) => ({ ...it, state: 'draft' as const, updates: [] })) : [],
    victories: withCases ? texts.victories : { ...texts.victories, list: [] },
  }
}

/** Where there is nothing to begin from. */
export const blankContent = ({ id, name, today }: Beginning): CampaignContent => ({
  id,
  sample: false,
  languages: ['fr', 'en'],
  name,
  call: { title: NOTHING, text: NOTHING },
  community: NOTHING,
  country: 'TG',
  phone: { callingCode: '228', digits: 8, example: '90 12 34 56' },
  towns: [],
  opens: today,
  closes: monthsLater(today, 3),
  destroyBy: monthsLater(today, 9),
  consents: [{ id: 'sign-1', purpose: 'sign', text: NOTHING }],
  notice: { short: NOTHING, full: NOTHING },
  victories: { intro: NOTHING, list: [] },
  join: { intro: NOTHING, codeOfConduct: { id: 'code-1', text: NOTHING } },
  contact: { intro: NOTHING },
  petitions: [],
})
