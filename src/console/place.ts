import { useEffect, useState } from 'preact/hooks'

// Where in the console: the fragment of the address, so that Back works and the server need not know.

export type Place =
  | { screen: 'overview' | 'hand-off' | 'petitions' | 'new-campaign' | 'team' | 'account' | 'journal' | 'station' }
  | { screen: 'key' | 'open' | 'stands' | 'new-stand' | 'quarantine' | 'deliver'; campaign: string }
  | { screen: 'stand'; campaign: string; stand: string }
  /** `part` as the editor calls them: `campaign`, `consents`, `case-joel-paredes`. */
  | { screen: 'edit'; campaign: string; part: string }

export const placeOf = (hash: string): Place => {
  const [, alone] = /^#(hand-off|petitions|new-campaign|team|account|journal|station)$/.exec(hash) ?? []
  if (alone) return { screen: alone as 'petitions' }
  const [, edited, part] = /^#edit\/([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(hash) ?? []
  if (edited && part) return { screen: 'edit', campaign: edited, part }
  const [, screen, campaign, stand] =
    /^#(key|open|stands|new-stand|quarantine|deliver|stand)\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec(hash) ?? []
  if (!screen || !campaign || (screen === 'stand') !== (stand !== undefined)) return { screen: 'overview' }
  return { screen, campaign, ...(stand === undefined ? {} : { stand }) } as Place
}

export function hrefOf(place: Place): string {
  if (place.screen === 'stand') return `#stand/${place.campaign}/${place.stand}`
  if (place.screen === 'edit') return `#edit/${place.campaign}/${place.part}`
  if ('campaign' in place) return `#${place.screen}/${place.campaign}`
  return place.screen === 'overview' ? '#' : `#${place.screen}`
}

/** The entry of the navigation under which a place stands. */
export function sectionOf({ screen }: Place): Place['screen'] {
  if (screen === 'stand' || screen === 'new-stand' || screen === 'quarantine') return 'stands'
  if (screen === 'key') return 'team'
  return screen === 'edit' || screen === 'new-campaign' ? 'petitions' : screen
}

let question: string | null = null
let staysIn: (to: Place) => boolean = () => false

/** While `text` is not null, leaving this screen asks first; going where `stays` says so is not leaving. */
export function useLeaveGuard(text: string | null, stays: (to: Place) => boolean = () => false): void {
  useEffect(() => {
    if (text === null) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    question = text
    staysIn = stays
    addEventListener('beforeunload', ask)
    return () => {
      question = null
      removeEventListener('beforeunload', ask)
    }
  }, [text])
}

/** Whether the person agrees to leave the screen where something is under way. */
export const mayLeave = (to?: Place): boolean =>
  question === null || (to !== undefined && staysIn(to)) || confirm(question)

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = (event: HashChangeEvent) => {
      if (mayLeave(placeOf(location.hash))) setHash(location.hash)
      else history.replaceState(history.state, '', event.oldURL)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return placeOf(hash)
}
