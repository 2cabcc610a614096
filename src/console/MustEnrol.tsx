import { Button } from '../ui/Button.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from './LanguageSwitch.tsx'
import { EnrolCode } from './team/EnrolCode.tsx'
import { useAction } from './use-action.ts'

/** The team asks everybody for a second factor: before it, only this stands open. */
export function MustEnrol({ languageSwitch, onDone }: { languageSwitch: LanguageSwitchProps; onDone: () => void }) {
  const { words } = useConsoleWords()
  const session = useSession()
  const leaving = useAction()
  return (
    <div class="console-door">
      <div class="unprinted">
        <TopBar home="/" name={words.name}>
          <LanguageSwitch {...languageSwitch} />
        </TopBar>
      </div>
      <main class="console-main">
        <EnrolCode must onDone={onDone} />
        {leaving.error !== null && <Failure error={leaving.error} />}
        <div class="unprinted">
          <Button kind="link" onClick={() => leaving.run(() => session.leave())}>
            {words.logOut}
          </Button>
        </div>
      </main>
    </div>
  )
}
