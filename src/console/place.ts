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

interface Guard {
  question: string
  stays: (to: Place) => boolean
}

/** Those of the screens that stand; one may stand inside another. */
const guards = new Set<Guard>()

/** While `question` is not null, leaving this screen asks first; going where `stays` says so is not leaving. */
export function useLeaveGuard(question: string | null, stays: Guard['stays'] = () => false): void {
  useEffect(() => {
    if (question === null) return
    const guard = { question, stays }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    guards.add(guard)
    addEventListener('beforeunload', ask)
    return () => {
      guards.delete(guard)
      removeEventListener('beforeunload', ask)
    }
  }, [question])
}

/** Whether the person agrees to leave the screen where something is under way. One question, the newest, however many there are. */
export function mayLeave(to?: Place): boolean {
  const leaving = [...guards].filter((it) => to === undefined || !it.stays(to)).at(-1)
  return leaving === undefined || confirm(leaving.question)
}

const answered = new WeakMap<HashChangeEvent, boolean>()

/** The step of the tab's history that stands, each of them numbered: “back” and a link are refused by going where one was, and no step is lost. */
let step = 0

/** As `mayLeave`, for an address that changed already: it changes back where the answer is no. Whoever else asks of it hears the same answer. */
export function mayFollow(event: HashChangeEvent): boolean {
  const before = answered.get(event)
  if (before !== undefined) return before
  // Without a number: a new one. Back where one was, after a refusal: nothing to ask.
  const reached: number = history.state?.step ?? step + 1
  const may = reached !== step && mayLeave(placeOf(location.hash))
  answered.set(event, may)
  if (may) numberStep(reached)
  else if (reached !== step) history.go(step - reached)
  return may
}

/** Whoever listens for changes begins with this, so that no step is without a number. */
export function numberStep(reached: number = history.state?.step ?? step): void {
  step = reached
  history.replaceState({ ...history.state, step }, '')
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = (event: HashChangeEvent) => {
      if (mayFollow(event)) setHash(location.hash)
    }
    numberStep()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return placeOf(hash)
}
