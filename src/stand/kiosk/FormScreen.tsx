import { useEffect, useRef } from 'preact/hooks'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { problemWords } from '../../petition/problem-words.ts'
import { Button } from '../../ui/Button.tsx'
import { GoalLine } from '../../ui/GoalLine.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Form } from '../kiosk.ts'
import { CasesStep } from './CasesStep.tsx'
import { ConsentsStep, SlipLine } from './ConsentsStep.tsx'
import { ContactStep } from './ContactStep.tsx'
import { NamesStep } from './NamesStep.tsx'
import { NotKept } from './NotKept.tsx'
import type { Send, StepProps } from './parts.ts'
import { SignaturePad } from './SignaturePad.tsx'
import { SlipStep } from './SlipStep.tsx'
import { lastStep, problemsOn, type Setting, type Step, stepsOf } from './steps.ts'

interface Props {
  setting: Setting
  form: Form
  send: Send
  /** Words for what is going on while it is being kept. */
  busy?: string | undefined
}

/** One decision, and one main button below it. */
export function FormScreen({ setting, form, send, busy }: Props) {
  const words = useWords(standKioskWords)
  const main = useRef<HTMLElement>(null)
  const { step } = form
  useEffect(() => arrive(main.current), [step])
  const next = () => {
    send({ type: 'next' })
    // What is missing is marked with the next drawing.
    requestAnimationFrame(() => main.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  const props = { ...useStep(setting, form), send, next }
  const titles = titlesOf(words)[step]
  return (
    <>
      <main class="kiosk-main kiosk-form" ref={main}>
        <StepLine setting={setting} step={step} />
        <h1 tabIndex={-1}>{titles.title}</h1>
        <p class="muted kiosk-hint">{titles.hint}</p>
        {step === 'cases' && <CasesStep {...props} />}
        {step === 'names' && <NamesStep {...props} />}
        {step === 'contact' && <ContactStep {...props} />}
        {step === 'consents' && <ConsentsStep {...props} />}
        {step === 'draw' && <SignaturePad {...props} />}
        {step === 'slip' && <SlipStep {...props} />}
        {step === lastStep(setting) && <SlipLine slip={form.slip} tried={form.tried} send={send} />}
        {form.failed && step === lastStep(setting) && !busy && <NotKept {...form.failed} />}
      </main>
      <footer class="kiosk-bar kiosk-steps">
        <Button kind="quiet" onClick={() => send({ type: 'back' })}>
          <Icon name="back" />
          {words.back}
        </Button>
        {step !== 'slip' && <Main setting={setting} form={form} next={next} busy={busy} />}
      </footer>
    </>
  )
}

function Main({ setting, form, next, busy }: Omit<Props, 'send'> & { next: () => void }) {
  const words = useWords(standKioskWords)
  const { submit, submitNone } = useWords(formWords)
  const language = useLanguage()
  const n = form.fields.petitions.length
  const sign = n === 0 ? submitNone : filled(formOf(language, n, submit), { n: number(language, n) })
  const last = form.step === lastStep(setting)
  return (
    <Button busy={busy} onClick={next}>
      {!last ? words.next : form.failed ? words.tryAgain : sign}
    </Button>
  )
}

function StepLine({ setting, step }: { setting: Setting; step: Step }) {
  const words = useWords(standKioskWords)
  const steps = stepsOf(setting)
  const n = step === 'slip' ? steps.length : steps.indexOf(step) + 1
  return (
    <div class="kiosk-step-line">
      <p class="small muted">{filled(words.step, { n: String(n), all: String(steps.length) })}</p>
      <GoalLine count={n} goal={steps.length} />
    </div>
  )
}

/** Words beside a field only once somebody has said that the step is done. */
function useStep(setting: Setting, form: Form): Pick<StepProps, 'setting' | 'form' | 'error'> {
  const { problem } = useWords(formWords)
  const problems = problemsOn(form.step, form, setting)
  return {
    setting,
    form,
    error: (name) => {
      const it = problems[name]
      return form.insisted && it ? problemWords(problem, name, it, form.fields) : undefined
    },
  }
}

/** The first field where a step begins with typing, so that the keyboard is there; else the heading, which is read out. */
function arrive(main: HTMLElement | null): void {
  main?.scrollTo({ top: 0, behavior: 'instant' })
  const field = main?.querySelector<HTMLElement>('input[type=text], input[type=tel], input[type=email]')
  const target = field ?? main?.querySelector<HTMLElement>('h1')
  target?.focus({ preventScroll: true })
}

const titlesOf = (words: (typeof standKioskWords)['fr']): Record<Step, { title: string; hint: string }> => ({
  cases: { title: words.casesTitle, hint: words.casesHint },
  names: { title: words.namesTitle, hint: words.namesHint },
  contact: { title: words.contactTitle, hint: words.contactHint },
  consents: { title: words.consentsTitle, hint: words.consentsHint },
  draw: { title: words.drawTitle, hint: words.drawHint },
  slip: { title: words.slipTitle, hint: words.slipHint },
})
