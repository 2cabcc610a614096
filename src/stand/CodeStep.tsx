import { useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { EnrolProblem } from './enrol.ts'
import { type EnrolLink, readEnrolText } from './enrol-link.ts'
import { Heading } from './Heading.tsx'
import { TeamPage } from './TeamPage.tsx'
import { useCamera } from './use-camera.ts'

interface Props {
  busy: boolean
  problem: EnrolProblem | 'not-a-code' | null
  /** An enrolment that was begun before and had no answer; or a link that was opened here, where this tablet is a stand's `already`. */
  begun: EnrolLink | null
  already: boolean
  /** Something waits here already. */
  holds: boolean
  onCode: (link: EnrolLink) => void
  onBack: (() => void) | null
}

type Typing = 'missing' | 'not-a-code' | 'other-site'

/** The stand's code: scanned, typed, or taken up again. */
export function CodeStep({ busy, problem, begun, already, holds, onCode, onBack }: Props) {
  const words = useWords(standWords)
  const say = words.enrol
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<Typing | null>(problem === 'not-a-code' ? 'not-a-code' : null)
  const [camera, setCamera] = useState<'off' | 'on' | 'failed'>('off')
  const [seen, setSeen] = useState<'not-a-code' | 'other-site' | null>(null)
  const scanned = (text: string) => {
    const read = readEnrolText(text, location.origin)
    if ('problem' in read) {
      setSeen(read.problem)
      return false
    }
    setCamera('off')
    onCode(read)
    return true
  }
  const go = () => {
    const read = readEnrolText(typed, location.origin)
    if (typed.trim() === '') setWrong('missing')
    else if ('problem' in read) setWrong(read.problem)
    else onCode(read)
  }
  const wrongWords = { missing: say.typedMissing, 'not-a-code': say.notACode, 'other-site': say.otherSite }
  return (
    <TeamPage>
      <Heading>{say.title}</Heading>
      <p>{say.lead}</p>
      {holds && <p class="muted">{say.keeps}</p>}
      {problem && problem !== 'not-a-code' && (
        <Notice tone={problem === 'other-root' ? 'bad' : 'warn'} announce="now">
          {say.problem[problem]}
        </Notice>
      )}
      {begun && (
        <Notice>
          <p>{already ? say.already : say.begun}</p>
          <Button kind="quiet" busy={busy ? say.asking : undefined} onClick={() => onCode(begun)}>
            {already ? say.enrolWithIt : say.resume}
          </Button>
        </Notice>
      )}
      {camera === 'on' && <Viewfinder seen={seen} found={scanned} failed={() => setCamera('failed')} />}
      {camera === 'failed' && (
        <Notice tone="warn" announce="now">
          {say.camera}
        </Notice>
      )}
      <Button
        kind={camera === 'on' ? 'quiet' : 'main'}
        onClick={() => {
          setSeen(null)
          setCamera(camera === 'on' ? 'off' : 'on')
        }}
      >
        {camera === 'on' ? say.scanStop : say.scan}
      </Button>
      <form
        class="team-typed stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) go()
        }}
      >
        <Field
          id="stand-code"
          label={say.typed}
          hint={say.typedHint}
          error={wrong && wrongWords[wrong]}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(null)
          }}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="done"
        />
        <Button kind="quiet" type="submit" busy={busy ? say.asking : undefined}>
          {say.go}
        </Button>
      </form>
      {onBack && (
        <Button kind="link" onClick={onBack}>
          {words.back}
        </Button>
      )}
    </TeamPage>
  )
}

interface ViewfinderProps {
  seen: 'not-a-code' | 'other-site' | null
  found: (text: string) => boolean
  failed: () => void
}

function Viewfinder({ seen, found, failed }: ViewfinderProps) {
  const say = useWords(standWords).enrol
  const video = useCamera(found, failed)
  return (
    <div class="stack">
      <video class="team-camera" ref={video} muted playsInline aria-label={say.scanning} />
      <p role="status">{seen === null ? say.scanning : seen === 'other-site' ? say.otherSite : say.notOurs}</p>
    </div>
  )
}
