import './HandOff.css'
import { useEffect, useState } from 'preact/hooks'
import { byteSize } from '../i18n/byte-size.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxScreenWords } from '../i18n/outbox-screen.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { saveFile } from '../ui/save-file.ts'
import { ports } from './drain-ports.ts'
import { type HandOffFile, handOffFile } from './save-hand-off.ts'

type State = { at: 'idle' | 'failed' } | { at: 'making'; items: number } | ({ at: 'ready' } & HandOffFile)

interface Props {
  waiting: number
  /** It left by the share sheet, or the browser was asked to save it. */
  onSaved?: (file: HandOffFile) => void
}

/** Two steps, because a share sheet opens only right after a tap, and a big file takes a while to prepare. */
export function SaveHandOff({ waiting, onSaved }: Props) {
  const words = useWords(outboxScreenWords).save
  const language = useLanguage()
  const [state, setState] = useState<State>({ at: 'idle' })

  const prepare = async () => {
    setState({ at: 'making', items: 0 })
    try {
      const name = `${words.fileName}-${stamp(new Date())}`
      const made = await handOffFile(ports, name, (items) => setState({ at: 'making', items }))
      setState({ at: 'ready', ...made })
    } catch (error) {
      console.error(error)
      setState({ at: 'failed' })
    }
  }

  return (
    <section class="hand-off stack" aria-labelledby="save-hand-off">
      <h2 id="save-hand-off">{words.title}</h2>
      <p>{waiting === 0 && state.at !== 'making' ? words.nothing : words.text}</p>
      {state.at === 'failed' && (
        <Notice tone="bad" announce="now">
          {words.failed}
        </Notice>
      )}
      {state.at === 'making' && (
        <Progress
          id="hand-off-making"
          label={words.progress}
          words={number(language, state.items)}
          value={state.items}
          max={Math.max(1, waiting)}
        />
      )}
      {/* Once everything has arrived, nobody need carry it. */}
      {waiting > 0 && state.at === 'ready' && <Ready made={state} onSaved={onSaved} />}
      {waiting > 0 && state.at !== 'ready' && (
        <Button kind="quiet" busy={state.at === 'making' ? words.preparing : undefined} onClick={prepare}>
          {words.prepare}
        </Button>
      )}
    </section>
  )
}

function Ready({ made, onSaved }: { made: HandOffFile; onSaved: Props['onSaved'] | undefined }) {
  const { file, items } = made
  const words = useWords(outboxScreenWords).save
  const language = useLanguage()
  const canShare = navigator.canShare?.({ files: [file] }) === true
  const [kept, setKept] = useState(false)
  const keep = () => {
    saveFile(file.name, [file], file.type)
    setKept(true)
    onSaved?.(made)
  }
  // The button that had the focus is gone.
  useEffect(() => document.getElementById('hand-off-ready')?.focus(), [])
  const share = async () => {
    try {
      await navigator.share({ files: [file], title: file.name })
      onSaved?.(made)
    } catch (error) {
      // Who closes the sheet has decided; whatever else went wrong, the file can still be saved.
      if ((error as Error).name !== 'AbortError') keep()
    }
  }
  const n = number(language, items)
  return (
    <>
      <Notice
        tone="ok"
        announce="polite"
        title={filled(formOf(language, items, words.ready), { n, size: byteSize(language, file.size) })}
      >
        {words.stays}
      </Notice>
      {canShare && (
        <Button id="hand-off-ready" onClick={share}>
          {words.share}
        </Button>
      )}
      <Button id={canShare ? undefined : 'hand-off-ready'} kind={canShare ? 'quiet' : 'main'} onClick={keep}>
        {words.keep}
      </Button>
      {kept && (
        <p role="status" class="small">
          {filled(words.kept, { name: file.name })}
        </p>
      )}
    </>
  )
}

/** `2026-11-22-1402`, by the device's clock: for telling files apart. */
function stamp(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `${date}-${two(now.getHours())}${two(now.getMinutes())}`
}
