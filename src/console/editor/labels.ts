import type { CampaignContent } from '../../../protocol/campaign.ts'
import type { EditorWords } from '../../i18n/fr/console-editor.ts'
import { valueAt } from './content-path.ts'

// Places in a campaign's content, and what stands there, in words that a coordinator reads.

const ALIAS: Record<string, string> = {
  'join.codeOfConduct': 'join.code',
  'victories.list': 'victories.list',
  phone: 'phone',
}

function keyOf([first = '', second, third]: string[]): string {
  if (first === 'petitions') return second === 'order' ? 'petitions.order' : third ? `petition.${third}` : 'petition'
  if (first === 'consents') return 'consent'
  if (['notice', 'call', 'victories', 'join', 'contact'].includes(first)) return `${first}.${second}`
  return first
}

/** `Joel Paredes · Titre · français`. Whose content it is tells the names of its cases. */
export function placeWords(path: string, words: EditorWords, ...contents: (CampaignContent | null)[]): string {
  const steps = path.split('/')
  const [first, id] = steps
  const key = keyOf(steps)
  const label = (words.labels as Record<string, string>)[ALIAS[key] ?? key] ?? steps.join(' ')
  const parts = [label]
  if (first === 'petitions' && id && id !== 'order') {
    const person = contents.map((it) => it && valueAt(it, `petitions/${id}/person`)).find((it) => it)
    parts.unshift(typeof person === 'string' ? person : id)
  }
  if (first === 'consents' && id && id !== 'order') {
    const purpose = contents.map((it) => it && valueAt(it, `consents/${id}/purpose`)).find((it) => it)
    parts.push((words.consents.purposes as Record<string, string>)[String(purpose)] ?? id)
  }
  if (first === 'join' && id === 'groups' && steps[2]) {
    const name = contents.map((it) => it && valueAt(it, `join/groups/${steps[2]}/name`)).find((it) => it)
    if (typeof name === 'string') parts.push(name)
  }
  const language = (words.languages as Record<string, string>)[steps.at(-1) ?? '']
  if (language) parts.push(language.toLowerCase())
  return parts.join(' · ')
}

const LONGEST = 240

/** A value short enough for a list. */
export function valueWords(path: string, value: unknown, words: EditorWords): string {
  if (value === undefined || value === null || value === '') return words.absent
  if (path.endsWith('/state')) return (words.states as Record<string, string>)[String(value)] ?? String(value)
  if (Array.isArray(value) && value.every((it) => typeof it === 'string')) return shortened(value.join(', '))
  if (Array.isArray(value)) return shortened(value.map((it) => textIn(it, words)).join(' / ')) || words.absent
  return shortened(typeof value === 'object' ? textIn(value, words) : String(value)) || words.present
}

/** The strings inside something, in order; of a picture, which has a name for programs alone, that it is one. */
function textIn(value: unknown, words: EditorWords): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const { picture, type, ...rest } = value as Record<string, unknown>
  const parts = typeof picture === 'string' ? [words.image, ...Object.values(rest)] : Object.values(value)
  return parts
    .map((it) => textIn(it, words))
    .filter(Boolean)
    .join(' · ')
}

/** Characters before a difference that say where in a text one is. */
const LEAD = 60

/** Of two texts, where one is long: the part in which they differ, from a few words before it on. */
export function changedPart(before: string, after: string): [string, string] {
  if (Math.max(before.length, after.length) <= LONGEST) return [before, after]
  const same = [...before].findIndex((_, at) => before[at] !== after[at])
  const at = same < 0 ? before.length : same
  const from = at <= LEAD ? 0 : before.lastIndexOf(' ', at - LEAD) + 1
  const cut = (text: string) => (from === 0 ? text : `…${text.slice(from)}`)
  return [cut(before), cut(after)]
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
