import { ROLES } from '../../../protocol/roles.ts'
import type { AuditLine } from '../../../protocol/team-routes.ts'
import { filled } from '../../i18n/filled.ts'
import type { TeamWords } from '../../i18n/fr/console-team.ts'
import { inFours } from '../key-names.ts'

/** Names of what the log's ids stand for; undefined where nobody knows it any more. */
export interface JournalNames {
  campaign: (id: string) => string | undefined
  petition: (campaign: string, id: string) => string | undefined
  stand: (campaign: string, id: string) => string | undefined
  /** The number that a tablet has at its stand. */
  tablet: (device: string) => number | undefined
}

/** What `about` holds, by the action's word; of other actions it is told as it stands. */
const STANDS = /^(stand|code|device)-/

/** How something with an id is called, where its name is known or not. */
type Naming = (name: string | undefined, id: string) => string

/** To be read. */
export const byName: Naming = (name, id) => name ?? id

/** To be kept: names change, and two may be the same. */
export const byNameAndId: Naming = (name, id) => (name === undefined ? id : `${name} (${id})`)

/** The campaign of an entry. */
export const campaignAbout = ({ campaign }: AuditLine, names: JournalNames, named: Naming): string =>
  campaign === null ? '' : named(names.campaign(campaign), campaign)

/** What an entry was about, in words. */
export function aboutWords(
  { what, campaign, about }: AuditLine,
  names: JournalNames,
  said: TeamWords,
  named: Naming,
): string {
  if (about === null) return ''
  const { journal, roles } = said
  const role = ROLES.find((it) => about === it || about.endsWith(` ${it}`))
  if (role && (what === 'invited' || what === 'role-changed'))
    return [about.slice(0, -role.length).trim(), roles[role]].filter(Boolean).join(', ')
  if (what === 'second-factor-required') return about === 'yes' ? journal.required : journal.notRequired
  if (what === 'quarantine-decided') return wordFor(journal.acts, about) ?? about
  if (what === 'campaign-made' || what === 'campaign-shown') return named(names.campaign(about), about)
  if (what === 'campaign-published-again') return filled(journal.version, { n: about })
  if (what === 'key-published') return inFours(about)
  const [first = '', second] = about.split(' ')
  if (what === 'petition-marked') {
    const state = second && (wordFor(journal.states, second) ?? second)
    return [named(names.petition(campaign ?? '', first), first), state].filter(Boolean).join(', ')
  }
  if (STANDS.test(what)) {
    const number = second && names.tablet(second)
    const tablet = number ? named(filled(journal.tablet, { n: String(number) }), second) : second
    return [named(names.stand(campaign ?? '', first), first), tablet].filter(Boolean).join(', ')
  }
  return about
}

const wordFor = (words: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined
