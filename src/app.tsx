// Routes, and what of a page comes alive in the browser. On the first-paint path: features come by import().

import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { isOver } from '../protocol/reading.ts'
import { useWords } from './i18n/language.tsx'
import { publicWords } from './i18n/public.ts'
import { speakHere } from './i18n/speak-here.ts'
import { Connection } from './petition/Connection.tsx'
import { isInUse } from './petition/in-use.ts'
import { island } from './petition/island.tsx'
import { LanguageOffer } from './petition/LanguageOffer.tsx'
import type { Trouble } from './petition/load.ts'
import type { NotLoadedProps } from './petition/nowhere.tsx'
import { FormPlace } from './petition/pages/FormPlace.tsx'
import { titleOf } from './petition/pages/head.ts'
import { type Held, HeldContext } from './petition/pages/held.ts'
import type { BesideProps, Islands, OverProps, SignIslandProps } from './petition/pages/islands.ts'
import { PlainPage } from './petition/pages/PlainPage.tsx'
import { type Placed, placeAt } from './petition/pages/place.ts'
import type { PageData } from './petition/pages/published.ts'
import { Frame, Site } from './petition/pages/Site.tsx'
import { useHere } from './ui/here.ts'

const signForm = () => import('./petition/SignForm.tsx').then((it) => it.SignForm)
/** The form's code, where the page that stands will show it. */
let form: Promise<void> | undefined
const notSecure = () => import('./petition/nowhere.tsx').then((it) => it.NotSecure)
const sign = island<SignIslandProps>(
  () => (isSecureContext ? signForm() : notSecure()),
  (state, again) => <FormPlace form="sign" state={state} again={again} />,
)
const notLoaded = island<NotLoadedProps>(
  () => import('./petition/nowhere.tsx').then((it) => it.NotLoaded),
  () => <Loading />,
)
const pageComes = (state: string, again: () => void) =>
  state === 'failed' ? <notLoaded.Island trouble="offline" again={again} /> : <Loading />

/** Pages that come with code and words of their own. */
const nowhere = island<BesideProps>(() => import('./petition/nowhere.tsx').then((it) => it.NowherePage), pageComes)
const actRoom = () => import('./petition/acts/ActRoom.tsx')
const acts = island<BesideProps>(() => actRoom().then((it) => it.ActRoom), pageComes)
const prepareActs = () => actRoom().then((it) => it.prepare())
const besides = {
  withdraw: island<BesideProps>(() => import('./petition/WithdrawRoom.tsx').then((it) => it.WithdrawRoom), pageComes),
  outbox: island<BesideProps>(() => import('./petition/OutboxRoom.tsx').then((it) => it.OutboxRoom), pageComes),
  letter: acts,
  join: acts,
  contact: acts,
}
const besideOf = (name: string) => besides[name as 'join'] ?? nowhere

function Beside(props: BesideProps) {
  const { Island } = besideOf(props.placed.place.name)
  return <Island {...props} />
}

const over = island<OverProps>(
  () => import('./petition/pages/over/OverCase.tsx').then((it) => it.OverCase),
  (_state, _again, { Page, Card: _, ...props }) => <Page {...props} />,
)

const background = island(
  () =>
    // One chain on the import itself: the bundler then sees that nothing but this name is wanted.
    afterPaint().then(() => import('./petition/Background.tsx').then((it) => it.Background)),
  (state, again) => (state === 'failed' ? <WhenOnline again={again} /> : null),
)

const A_MOMENT_MS = 1500
const TOGETHER_MS = 300

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Reading and the form come first: on a slow line everything else would only be in their way. */
async function afterPaint(): Promise<void> {
  const loaded =
    document.readyState === 'complete' || new Promise((done) => addEventListener('load', done, { once: true }))
  await Promise.all([loaded, form])
  await pause(A_MOMENT_MS)
}

function WhenOnline({ again }: { again: () => void }) {
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])
  return null
}

const workplace = (load: () => Promise<{ default: ComponentType }>) =>
  island(
    () => load().then((it) => it.default),
    (state, again) => <main>{pageComes(state, again)}</main>,
  )
const workplaces = new Map([
  ['console', workplace(() => import('./console/Console.tsx'))],
  ['stand', workplace(() => import('./stand/Stand.tsx'))],
])

const workplaceAt = (path: string) => workplaces.get(path.split('/')[1] ?? '')

export function App({ first }: { first: PageData | null }) {
  const here = useHere()
  const place = workplaceAt(here.path)
  return place ? <place.Island /> : <PublicSite first={first} address={here.path} wasPush={here.wasPush} />
}

interface PublicProps {
  first: PageData | null
  address: string
  wasPush: boolean
}

function PublicSite({ first, address, wasPush }: PublicProps) {
  const { data, trouble, load } = usePageData(first)
  const placed = placeAt(address, data?.campaign ?? null)
  useDocument(placed, data, wasPush)
  const campaign = data?.campaign ?? null
  const [held, setHeld] = useState<Held | null>(null)
  const islands: Islands = {
    Sign: sign.Island,
    Beside,
    Over: over.Island,
    load,
    origin: location.origin,
    Connection,
    notes: (
      <>
        <LanguageOffer placed={placed} />
        <background.Island
          campaign={campaign}
          address={address}
          onHeld={(it) => setHeld(() => it)}
          prepareActs={prepareActs}
        />
      </>
    ),
  }
  if (data)
    return (
      <HeldContext.Provider value={held}>
        <Site address={address} data={data} islands={islands} />
      </HeldContext.Provider>
    )
  return (
    <Frame placed={placed} islands={islands}>
      {trouble ? <notLoaded.Island trouble={trouble} again={load} /> : <Loading />}
    </Frame>
  )
}

function Loading() {
  const words = useWords(publicWords)
  return <PlainPage title={words.loading} />
}

/** What the server wrote into the page; without that, and when it may be old, what the server says now. */
function usePageData(first: PageData | null) {
  const [data, setData] = useState(first)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const load = useMemo(
    () => async () => {
      setTrouble(null)
      const { loadCampaign, troubleOf } = await import('./petition/load.ts')
      try {
        const now = await loadCampaign()
        // Never under a form that somebody fills.
        if (!isInUse()) setData(now)
      } catch (error) {
        setTrouble(troubleOf(error))
      }
    },
    [],
  )
  useEffect(() => {
    const look = () => load().catch(() => setTrouble('offline'))
    if (!first) look()
    // Where a worker answers, the page may be the last copy of an earlier day.
    else if (navigator.serviceWorker?.controller) afterPaint().then(look)
    window.addEventListener('online', look)
    return () => window.removeEventListener('online', look)
  }, [])
  return { data, trouble, load }
}

/** The document's title and language follow the page, and after a change of page so does the focus. */
function useDocument(placed: Placed, data: PageData | null, wasPush: boolean): void {
  const { language, path } = placed
  const title = titleOf(placed, data ?? { campaign: null, counts: {} })
  const before = useRef(path)
  useEffect(() => {
    speakHere(language)
    if (data) document.title = title
  }, [language, title, data])
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    if (wasPush) window.scrollTo({ top: 0, behavior: 'instant' })
    const heading = document.querySelector<HTMLElement>('main h1')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [path, wasPush])
}

/** Begins what the address will need, before anything is drawn; a page with words of its own has to be waited for. */
export function preloadFor(address: string, first: PageData | null): Promise<void> | undefined {
  const { path, place } = placeAt(address, first?.campaign ?? null)
  if (workplaceAt(path)) return
  if (path.endsWith('/lettre')) return acts.preload()
  if (place.petition && isOver(place.petition.state)) return over.preload()
  if (place.name !== 'home' && !path.startsWith('/p/')) return besideOf(place.name).preload()
  // Where the page knows that nothing can be signed yet, it shows no form.
  if (first?.campaign?.sealingKey === null) return
  form = sign.preload()
  // It mostly comes together with this script, and then all is drawn at once; where it does not, the page says that it is on its way.
  if (first) return Promise.race([form, pause(TOGETHER_MS)])
}
