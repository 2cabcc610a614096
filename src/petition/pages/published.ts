// What leaves the server inside a page: nothing of a draft, and only the words that the page's reader can read.
import type { Campaign, Counts } from '../../../protocol/campaign.ts'
import type { LocalText } from '../../../protocol/local-text.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { isPublished } from './order.ts'

export interface PageData {
  campaign: Campaign | null
  counts: Counts
}

/** The text in one language; in the first it has, under that language's name, where it lacks this one. */
function only(language: string): (text: LocalText) => LocalText {
  return (text) => {
    const found = language in text ? language : Object.keys(text)[0]
    return found === undefined ? {} : { [found]: text[found] ?? '' }
  }
}

function petitionIn(petition: Petition, say: (text: LocalText) => LocalText): Petition {
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
    // The letters' rules come with the letters; no page shows them yet.
    letters: { person: null, authority: null },
    updates: petition.updates.map((it) => ({ ...it, title: say(it.title), text: say(it.text) })),
  }
}

/** A page's data for the browser: without drafts, in the page's language alone. */
export function publishedIn(language: string, { campaign, counts }: PageData): PageData {
  if (!campaign) return { campaign: null, counts: {} }
  const say = only(language)
  const { theme } = campaign
  const petitions = campaign.petitions.filter(isPublished)
  return {
    campaign: {
      ...campaign,
      name: say(campaign.name),
      call: { title: say(campaign.call.title), text: say(campaign.call.text) },
      community: say(campaign.community),
      consents: campaign.consents.map((it) => ({ ...it, text: say(it.text) })),
      notice: { short: say(campaign.notice.short), full: say(campaign.notice.full) },
      victories: {
        intro: say(campaign.victories.intro),
        list: campaign.victories.list.map((it) => ({ ...it, country: say(it.country), text: say(it.text) })),
      },
      join: {
        intro: say(campaign.join.intro),
        codeOfConduct: { ...campaign.join.codeOfConduct, text: say(campaign.join.codeOfConduct.text) },
      },
      contact: { intro: say(campaign.contact.intro) },
      petitions: petitions.map((it) => petitionIn(it, say)),
      ...(theme && { theme: { ...theme, ...(theme.name && { name: say(theme.name) }) } }),
    },
    counts: Object.fromEntries(petitions.map((it) => [it.id, counts[it.id] ?? 0])),
  }
}
