import { useEffect, useState } from 'preact/hooks'

// Where in the console: the fragment of the address, so that Back works and the server need not know.

export type Place = { screen: 'overview' } | { screen: 'key'; campaign: string } | { screen: 'open'; campaign: string }

export const placeOf = (hash: string): Place => {
  const [, screen, campaign] = /^#(key|open)\/([a-z0-9-]+)$/.exec(hash) ?? []
  return screen && campaign ? ({ screen, campaign } as Place) : { screen: 'overview' }
}

export const hrefOf = (place: Place): string =>
  place.screen === 'overview' ? '#' : `#${place.screen}/${place.campaign}`

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
