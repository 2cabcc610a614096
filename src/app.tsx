// Routes, and what of a page comes alive in the browser. On the first-paint path: features come by import().
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import { publicWords } from './i18n/public.ts'
import { Connection } from './petition/Connection.tsx'
import { isInUse } from './petition/in-use.ts'
import { island } from './petition/island.tsx'
import { LanguageOffer } from './petition/LanguageOffer.tsx'
import type { Trouble } from './petition/load.ts'
import { FormPlace } from './petition/pages/FormPlace.tsx'
import { titleOf } from './petition/pages/head.ts'
import type { Islands } from './petition/pages/islands.ts'
import { PlainPage } from './petition/pages/PlainPage.tsx'
import { placeAt } from './petition/pages/place.ts'
import type { PageData } from './petition/pages/published.ts'
import { Frame, Site } from './petition/pages/Site.tsx'
import { Button } from './ui/Button.tsx'

const sign = island(
  () => import('./petition/SignForm.tsx').then((it) => it.SignForm),
  (state, again) => <FormPlace form="sign" state={state} again={again} />,
)
const withdraw = island(
  () => import('./petition/WithdrawForm.tsx').then((it) => it.WithdrawForm),
  (state, again) => <FormPlace form="withdraw" state={state} again={again} />,
)
const background = island(
  () =>
    afterPaint()
      .then(() => import('./petition/Background.tsx'))
      .then((it) => it.Background),
  () => null,
)

/** Reading and the form come first: on a slow line everything else would only be in their way. */
async function afterPaint(): Promise<void> {
  const loaded =
    document.readyState === 'complete' || new Promise((done) => addEventListener('load', done, { once: true }))
  await Promise.all([loaded, sign.preload()])
  await new Promise<void>((done) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(() => done(), { timeout: 3000 }) : setTimeout(done, 300),
  )
}

/** preact-iso keeps a failed import for ever; this tries again at the next visit (a tab whose chunks are gone, a lost network). */
function again(load: () => Promise<ComponentType>): ComponentType {
  const make = (): ComponentType =>
    lazy(() =>
      load().catch((error) => {
        Current = make()
        throw error
      }),
    )
  let Current = make()
  return () => <Current />
}

const Console = again(() => import('./console/Console.tsx').then((it) => it.default))

export function App({ first }: { first: PageData | null }) {
  return (
    <LocationProvider>
      <ErrorBoundary onError={console.error}>
        <Router>
          <Route path="/console" component={Console} />
          <Route path="/console/setup" component={Console} />
          <Route default component={PublicSite} first={first} />
        </Router>
      </ErrorBoundary>
    </LocationProvider>
  )
}

function PublicSite({ first }: { first: PageData | null }) {
  const { path: address } = useLocation()
  const { data, trouble, load } = usePageData(first)
  const placed = placeAt(address, data?.campaign ?? null)
  useDocument(placed, data)
  const campaign = data?.campaign ?? null
  const islands: Islands = {
    Sign: sign.Island,
    Withdraw: withdraw.Island,
    Connection,
    notes: (
      <>
        <LanguageOffer placed={placed} />
        <background.Island campaign={campaign} address={address} />
      </>
    ),
  }
  if (data) return <Site address={address} data={data} islands={islands} />
  const words = publicWords[placed.language]
  return (
    <Frame placed={placed} islands={islands}>
      {trouble ? (
        <PlainPage title={trouble === 'offline' ? words.loadOffline : words.loadFailed}>
          <p>{trouble === 'offline' ? words.loadOfflineText : words.loadFailedText}</p>
          <Button onClick={load}>{words.tryAgain}</Button>
        </PlainPage>
      ) : (
        <PlainPage title={words.loading} />
      )}
    </Frame>
  )
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
function useDocument(placed: ReturnType<typeof placeAt>, data: PageData | null): void {
  const { language, path } = placed
  const { title } = titleOf(placed, data ?? { campaign: null, counts: {} })
  const before = useRef(path)
  useEffect(() => {
    document.documentElement.lang = language
    if (data) document.title = title
  }, [language, title, data])
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    const heading = document.querySelector<HTMLElement>('main h1')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [path])
}

/** Begins what the address will need, before anything is drawn. */
export function preloadFor(address: string): void {
  const { path } = placeAt(address, null)
  if (path === '/' || path.startsWith('/p/')) void sign.preload()
}
