import { useEffect, useMemo, useState } from 'preact/hooks'
import { LanguageContext } from '../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import type { Language } from '../i18n/languages.ts'
import { nextLanguage } from '../i18n/languages.ts'
import { speakHere } from '../i18n/speak-here.ts'
import { keepWorkplaceLanguage, workplaceLanguage } from '../i18n/workplace-language.ts'
import { MeContext, SessionContext } from './console-context.ts'
import { Door } from './Door.tsx'
import { MustEnrol } from './MustEnrol.tsx'
import { hrefOf, mayFollow, numberStep } from './place.ts'
import { Session, type SessionState } from './session.ts'
import { takeSetupToken } from './setup-link.ts'
import { Station } from './station/Station.tsx'
import { Workplace } from './Workplace.tsx'
import './console.css'

// Before anything is drawn: the token leaves the address and the history.
let setupToken = takeSetupToken(location, history)

/** The coordinators' part of the app, at /console and /console/setup. */
export default function Console() {
  const [language, setLanguage] = useState(() => workplaceLanguage('console'))
  const [state, setState] = useState<SessionState>({ kind: 'checking' })
  const [token, setToken] = useState(setupToken)
  const session = useMemo(() => new Session(setState), [])

  useEffect(() => {
    // A set-up link pasted into this very tab changes the fragment and nothing else.
    const follow = () => {
      const pasted = takeSetupToken(location, history)
      if (pasted) setToken(pasted)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])

  const atStation = useStationPlace()
  const unknown = token === null && !atStation && state.kind === 'checking'
  useEffect(() => {
    if (unknown) session.check()
  }, [session, unknown])

  useEffect(() => {
    speakHere(language)
  }, [language])

  function speak(next: Language) {
    keepWorkplaceLanguage('console', next)
    setLanguage(next)
  }

  /** From the set-up page into the console proper; the link is done with. */
  function leaveSetUp() {
    setupToken = null
    setToken(null)
    history.replaceState(history.state, '', '/console')
  }

  const other = nextLanguage(language)
  const languageSwitch = {
    label: LANGUAGE_NAMES[other].name,
    language: other,
    onSpeak: () => speak(other),
  } as const
  const inside = state.kind === 'in' || state.kind === 'expired'

  useEffect(() => {
    if (inside && token !== null) leaveSetUp()
  })

  return (
    <LanguageContext.Provider value={language}>
      <SessionContext.Provider value={session}>
        {atStation && <Station languageSwitch={languageSwitch} />}
        {!atStation && !inside && (
          <Door state={state} token={token} languageSwitch={languageSwitch} onLeaveSetUp={leaveSetUp} />
        )}
        {!atStation && inside && (
          <MeContext.Provider value={state.me}>
            {state.kind === 'in' && state.me.mustEnrol ? (
              <MustEnrol languageSwitch={languageSwitch} onDone={() => session.check()} />
            ) : (
              <Workplace expired={state.kind === 'expired'} languageSwitch={languageSwitch} />
            )}
          </MeContext.Provider>
        )}
      </SessionContext.Provider>
    </LanguageContext.Provider>
  )
}

const STATION = hrefOf({ screen: 'station' })

/** Whether the address is the opening station's, which needs nobody to be logged in. */
function useStationPlace(): boolean {
  const [there, setThere] = useState(location.hash === STATION)
  useEffect(() => {
    numberStep()
    const follow = (event: HashChangeEvent) => {
      if (mayFollow(event)) setThere(location.hash === STATION)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return there
}
