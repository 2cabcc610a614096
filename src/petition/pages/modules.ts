// What a page's script asks for as soon as it runs. The server has the browser fetch it along with the script, instead of one
// slow round trip later. Named as the build's manifest names it: by the path of the source.
import type { Campaign } from '../../../protocol/campaign.ts'
import { isOver, signable } from '../../../protocol/reading.ts'
import { FIRST_LANGUAGE } from '../../i18n/languages.ts'
import type { Placed } from './place.ts'

const OVER = 'src/petition/pages/over/OverCase.tsx'

export function modulesOf({ language, place }: Placed): string[] {
  const chapter = language === FIRST_LANGUAGE ? [] : [`src/i18n/${language}/chapter.ts`]
  if (place.name === 'withdraw') return [...chapter, 'src/petition/WithdrawRoom.tsx']
  if (place.name === 'outbox') return [...chapter, 'src/petition/OutboxRoom.tsx']
  if (place.name === 'letter' || place.name === 'join' || place.name === 'contact')
    return [...chapter, 'src/petition/acts/ActRoom.tsx']
  if (place.name === 'not-found') return [...chapter, 'src/petition/nowhere.tsx']
  if (place.name === 'petition' && isOver(place.petition.state)) return [...chapter, OVER]
  return chapter
}

/** The form that the server leaves to the browser. */
export function formOn({ place }: Placed, campaign: Campaign | null): string | null {
  const carriesForm = place.name === 'home' || (place.name === 'petition' && !isOver(place.petition.state))
  return carriesForm && campaign !== null && signable(campaign).length > 0 ? 'src/petition/SignForm.tsx' : null
}
