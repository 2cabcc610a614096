import { useEffect, useState } from 'preact/hooks'

// Where in the console: the fragment of the address, so that Back works and the server need not know.

export type Place =
  | { screen: 'overview' | 'hand-off' }
  | { screen: 'key' | 'open' | 'stands' | 'new-stand'; campaign: string }
  | { screen: 'stand'; campaign: string; stand: string }

export const placeOf = (hash: string): Place => {
  if (hash === '#hand-off') return { screen: 'hand-off' }
  const [, screen, campaign, stand] =
    /^#(key|open|stands|new-stand|stand)\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec(hash) ?? []
  if (!screen || !campaign || (screen === 'stand') !== (stand !== undefined)) return { screen: 'overview' }
  return { screen, campaign, ...(stand === undefined ? {} : { stand }) } as Place
}

export function hrefOf(place: Place): string {
  if (place.screen === 'stand') return `#stand/${place.campaign}/${place.stand}`
  if ('campaign' in place) return `#${place.screen}/${place.campaign}`
  return place.screen === 'overview' ? '#' : `#${place.screen}`
}

/** The entry of the navigation under which a place stands. */
export const sectionOf = ({ screen }: Place): Place['screen'] =>
  screen === 'stand' || screen === 'new-stand' ? 'stands' : screen

let question: string | null = null

/** While `text` is not null, leaving this screen asks first. */
export function useLeaveGuard(text: string | null): void {
  useEffect(() => {
    if (text === null) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    question = text
    addEventListener('beforeunload', ask)
    return () => {
      question = null
      removeEventListener('beforeunload', ask)
    }
  }, [text])
}

/** Whether the person agrees to leave the screen where something is under way. */
export const mayLeave = (): boolean => question === null || confirm(question)

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = (event: HashChangeEvent) => {
      if (mayLeave()) setHash(location.hash)
      else history.replaceState(history.state, '', event.oldURL)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return placeOf(hash)
}
