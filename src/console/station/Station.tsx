import { useState } from 'preact/hooks'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import type { CheckedDump } from '../export/read-dump.ts'
import { FilePicker } from '../FilePicker.tsx'
import { Heading } from '../Heading.tsx'
import { LanguageSwitch, type LanguageSwitchProps } from '../LanguageSwitch.tsx'
import { hrefOf } from '../place.ts'
import { EarlierDecisions } from './EarlierDecisions.tsx'
import { KeptHere } from './KeptHere.tsx'
import { StationOpening } from './StationOpening.tsx'
import type { StationKeeper } from './station-keeper.ts'
import { useDump } from './use-dump.ts'
import { useStationWords } from './use-station-words.ts'
import './station.css'

/** Opens a sealed copy on a computer that is never online: no server is asked, and nobody logs in. */
export function Station({ languageSwitch }: { languageSwitch: LanguageSwitchProps }) {
  const { said, words, counted } = useStationWords()
  const { state, choose } = useDump()
  // A keeper once somebody has taken the copy to work on.
  const [keeper, setKeeper] = useState<StationKeeper | null>(null)

  return (
    <div class="console-door console-station">
      <TopBar home={hrefOf({ screen: 'overview' })} name={words.name}>
        <LanguageSwitch {...languageSwitch} />
      </TopBar>
      <main class="console-main stack">
        {state.at === 'checked' && keeper ? (
          <StationOpening
            dump={state.dump}
            keeper={keeper}
            about={<About dump={state.dump} />}
            onOther={() => {
              setKeeper(null)
              choose(null)
            }}
          />
        ) : (
          <div class="console-form stack">
            <Heading>{said.title}</Heading>
            <p>{said.lead}</p>
            <KeptHere />
            <FilePicker
              id="dump-file"
              label={said.file}
              hint={said.fileHint}
              error={state.at === 'bad' ? said.problem[state.problem] : undefined}
              onPick={choose}
            />
            {state.at === 'checking' && (
              <Progress id="checking-dump" label={said.checking} words={counted(said.holds, state.envelopes)} />
            )}
            {state.at === 'checked' && (
              <>
                <About dump={state.dump} />
                {state.dump.head.root === null ? (
                  <Notice tone="warn">{said.noKey}</Notice>
                ) : (
                  <EarlierDecisions dump={state.dump} onTake={setKeeper} />
                )}
              </>
            )}
            <a class="button link" href={hrefOf({ screen: 'overview' })}>
              {said.toConsole}
            </a>
          </div>
        )}
      </main>
    </div>
  )
}

/** Which copy this is, and how old. */
function About({ dump: { head, tail, withdrawn } }: { dump: CheckedDump }) {
  const { said, counted, momentOf } = useStationWords()
  const say = useSay()
  return (
    <section class="tile stack" aria-label={said.file}>
      <p>
        <strong>{say(head.campaign.name)}</strong>
      </p>
      <p>
        {filled(said.savedAt, { date: momentOf(head.savedAt) })} · {counted(said.holds, tail.envelopes)}
      </p>
      {withdrawn.tags.size > 0 && <p>{counted(said.withdrawn, withdrawn.tags.size)}</p>}
      <p class="small muted">{said.older}</p>
    </section>
  )
}
