import { stationWords } from '../i18n/console-station.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from './LanguageSwitch.tsx'
import { LogIn } from './LogIn.tsx'
import { hrefOf } from './place.ts'
import { SetUp } from './SetUp.tsx'
import type { SessionState } from './session.ts'

interface Props {
  state: SessionState
  /** Not null on the set-up page. */
  token: string | null
  languageSwitch: LanguageSwitchProps
  onLeaveSetUp: () => void
}

/** In front of the console: set-up link, login, or why neither can be shown. */
export function Door({ state, token, languageSwitch, onLeaveSetUp }: Props) {
  const { words, language } = useConsoleWords()
  const session = useSession()
  return (
    <div class="console-door">
      <TopBar home="/" name={words.name}>
        <LanguageSwitch {...languageSwitch} />
      </TopBar>
      <main class="console-main">
        {token !== null && <SetUp token={token} onLogin={onLeaveSetUp} />}
        {token === null && state.kind === 'checking' && (
          <p role="status" class="muted">
            {words.loading}
          </p>
        )}
        {token === null && state.kind === 'failed' && (
          <>
            <Failure error={state.error} onRetry={() => session.check()} />
            <a class="button link" href={hrefOf({ screen: 'station' })}>
              {stationWords[language].link}
            </a>
          </>
        )}
        {token === null && state.kind === 'out' && <LogIn />}
      </main>
    </div>
  )
}
