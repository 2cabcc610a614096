// What leaves the server inside a page: nothing of a draft, and only the words that the page's reader can read.
import type { Campaign, Counts } from '../../../protocol/campaign.ts'
import type { LocalText } from '../../../protocol/local-text.ts'
import type { LetterRules, Petition } from '../../../protocol/petition.ts'
import type { IntlAnswers } from '../../i18n/counting.ts'
import { isPublished } from './order.ts'
import type { Placed } from './place.ts'

export interface PageData {
  campaign: Campaign | null
  counts: Counts
  /** Path of the page that this was made for: what only others show is left out. Absent where it is whole. */
  madeFor?: string
  /** What the page, and the form in it, would ask Intl first. Absent where nobody drew it yet. */
  intl?: IntlAnswers
}

/** The text in one language; in the first it has, under that language's name, where it lacks this one. */
function only(language: string): Say {
  return (text) => {
    const found = language in text ? language : Object.keys(text)[0]
    return found === undefined ? {} : { [found]: text[found] ?? '' }
  }
}

type Say = (text: LocalText) => LocalText

/** Letters' rules stand on the letter's own page; the others know by them only whether one can be written. */
function lettersIn({ letters }: Petition, say: Say, shown: boolean): Petition['letters'] {
  const one = (it: LetterRules | null) => it && (shown ? { ...it, rules: it.rules.map(say) } : { rules: [] })
  return { person: one(letters.person), authority: one(letters.authority) }
}

function petitionIn(petition: Petition, say: Say, letters: boolean): Petition {
  return {
    ...petition,
    country: say(petition.country),
    title: say(petition.title),
    summary: say(petition.summary),
    story: say(petition.story),
    problem: say(petition.problem),
    actions: say(petition.actions),
    demand: say(petition.demand),
    addressee: say(petition.addressee),
    drawingAlt: say(petition.drawingAlt),
    ...(petition.picture && { picture: { ...petition.picture, alt: say(petition.picture.alt) } }),
    ...(petition.delivered && { delivered: { ...petition.delivered, to: say(petition.delivered.to) } }),
    letters: lettersIn(petition, say, letters),
    updates: petition.updates.map((it) => ({ ...it, title: say(it.title), text: say(it.text) })),
  }
}

/** Consents of acts that have a page of their own. */
const OWN_PAGE = ['letter', 'join', 'contact'] as const

/** A page's data for the browser: without drafts, in the page's language alone, and what only other pages show left out. */
export function publishedIn({ language, path, place }: Placed, { campaign, counts }: PageData): PageData {
  if (!campaign) return { campaign: null, counts: {} }
  const say = only(language)
  const { theme } = campaign
  const { codeOfConduct, groups, fee, ...join } = campaign.join
  const joining = place.name === 'join'
  const has = (purpose: string) => purpose === place.name || !OWN_PAGE.some((it) => it === purpose)
  const petitions = campaign.petitions.filter(isPublished)
  return {
    campaign: {
      ...campaign,
      name: say(campaign.name),
      call: { title: say(campaign.call.title), text: say(campaign.call.text) },
      community: say(campaign.community),
      consents: campaign.consents.map((it) => ({ ...it, text: has(it.purpose) ? say(it.text) : {} })),
      notice: { short: say(campaign.notice.short), full: say(campaign.notice.full) },
      victories: {
        intro: say(campaign.victories.intro),
        list: campaign.victories.list.map((it) => ({ ...it, country: say(it.country), text: say(it.text) })),
      },
      join: {
        ...join,
        intro: say(join.intro),
        codeOfConduct: { ...codeOfConduct, text: joining ? say(codeOfConduct.text) : {} },
        ...(joining && groups && { groups }),
        ...(joining && fee && { fee: say(fee) }),
      },
      contact: { intro: say(campaign.contact.intro) },
      petitions: petitions.map((it) => petitionIn(it, say, place.name === 'letter' && place.petition.id === it.id)),
      ...(theme && { theme: { ...theme, ...(theme.name && { name: say(theme.name) }) } }),
    },
    counts: Object.fromEntries(petitions.map((it) => [it.id, counts[it.id] ?? 0])),
    madeFor: place.name === 'not-found' ? '' : path,
  }
}
