import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import type { Enrolling } from '../outbox/notes.ts'
import { askToStay } from '../outbox/persist.ts'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import { StorageFailure, type StorageProblem } from '../outbox/storage.ts'
import { Button } from '../ui/Button.tsx'
import { CodeStep } from './CodeStep.tsx'
import { accept, type EnrolProblem, type Offered, offerOf, reject } from './enrol.ts'
import type { EnrolLink, EnrolRead } from './enrol-link.ts'
import { enrolPorts } from './enrol-ports.ts'
import { Heading } from './Heading.tsx'
import { PinStep } from './PinStep.tsx'
import { TeamPage } from './TeamPage.tsx'
import { Stopped, WordsStep } from './WordsStep.tsx'

type Step =
  | { at: 'code'; problem: EnrolProblem | 'not-a-code' | null }
  | { at: 'words'; offered: Offered }
  | { at: 'stopped' | 'pin' }

interface Props {
  /** From the address. */
  link: EnrolRead | null
  /** Begun before, and not answered. */
  enrolling: Enrolling | null
  /** Of a stand already: nothing begins without a tap. */
  already: boolean
  /** Only the PIN is lacking. */
  lacksPin: boolean
  holds: boolean
  onDone: () => void
  onBack: (() => void) | null
}

const linkOf = ({ code, root }: EnrolLink): EnrolLink => ({ code, root })

/** From the code on the card to a tablet of the stand. */
export function Enrolment({ link, enrolling, already, lacksPin, holds, onDone, onBack }: Props) {
  const words = useWords(standWords)
  const [step, setStep] = useState<Step>(
    lacksPin ? { at: 'pin' } : { at: 'code', problem: link && 'problem' in link ? 'not-a-code' : null },
  )
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<StorageProblem | null>(null)

  const run = async (work: () => Promise<Step>) => {
    setBusy(true)
    setTrouble(null)
    try {
      setStep(await work())
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      setTrouble(error.problem)
    } finally {
      setBusy(false)
    }
  }
  const ask = (of: EnrolLink) =>
    run(async () => {
      const offered = await offerOf(of, enrolPorts)
      return 'problem' in offered ? { at: 'code', problem: offered.problem } : { at: 'words', offered }
    })
  const yes = (offered: Offered) =>
    run(async () => {
      await accept(offered, enrolPorts)
      askToStay()
      return { at: 'pin' }
    })
  const no = () =>
    run(async () => {
      await reject(enrolPorts)
      return { at: 'stopped' }
    })
  useEffect(() => {
    if (link && !('problem' in link) && !already) void ask(link)
  }, [])

  const offer = enrolling ? linkOf(enrolling) : already && link && !('problem' in link) ? link : null
  if (trouble)
    return (
      <TeamPage>
        <Heading>{words.enrol.title}</Heading>
        <StorageTrouble problem={trouble} />
        <Button onClick={() => setTrouble(null)}>{words.tryAgain}</Button>
      </TeamPage>
    )
  switch (step.at) {
    case 'code':
      return (
        <CodeStep
          key={step.problem}
          busy={busy}
          problem={step.problem}
          begun={offer}
          already={already}
          holds={holds}
          onCode={ask}
          onBack={onBack}
        />
      )
    case 'words':
      return <WordsStep offered={step.offered} onYes={() => yes(step.offered)} onNo={no} />
    case 'stopped':
      return <Stopped onAgain={() => setStep({ at: 'code', problem: null })} />
    case 'pin':
      return <PinStep onDone={onDone} />
  }
}
