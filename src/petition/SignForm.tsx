import './SignForm.css'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { MAX_PETITIONS } from '../../protocol/limits.ts'
import { signable } from '../../protocol/reading.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import type { StorageProblem } from '../outbox/storage.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Consents } from './Consents.tsx'
import { type Forgetting, forgetting, watchLeaving } from './forgetting.ts'
import { type FormState, fieldId } from './form-state.ts'
import { hold } from './in-use.ts'
import type { Failed, Sitting } from './keep-signature.ts'
import { PersonFields } from './PersonFields.tsx'
import { PetitionChoice } from './PetitionChoice.tsx'
import type { SignIslandProps } from './pages/islands.ts'
import { problemWords } from './problem-words.ts'
import { emptyFields, FIELD_ORDER, type FieldName, isFilled, problemsOf } from './sign.ts'
import { type Thanks, ThankYou } from './ThankYou.tsx'

const loadKeeping = () => import('./keep-here.ts')

/** Sealing and the outbox come while the person types, a moment after the form has answered. */
const PRELOAD_MS = 500

/** A field is left by a tap on something else; a word that appeared at once would move that away under the finger. */
const TAP_MS = 300

let preloading = false
function preloadKeeping(): void {
  if (preloading) return
  preloading = true
  setTimeout(() => loadKeeping().catch(() => {}), PRELOAD_MS)
}

export function SignForm({ campaign, petition }: SignIslandProps) {
  const words = useWords(formWords)
  const language = useLanguage()
  const open = useMemo(() => signable(campaign), [campaign])
  const first = () => emptyFields(campaign, petition ? [petition] : open.slice(0, MAX_PETITIONS).map((it) => it.id))
  const [fields, setFields] = useState(first)
  const [seen, setSeen] = useState<readonly FieldName[]>([])
  const [tried, setTried] = useState(false)
  const [work, setWork] = useState<string>()
  const [failed, setFailed] = useState<FailureProps | null>(null)
  const [thanks, setThanks] = useState<Thanks | null>(null)
  const sitting = useRef<Sitting | null>(null)
  const form = useRef<HTMLFormElement>(null)

  const problems = problemsOf(fields, campaign)
  const wrong = FIELD_ORDER.filter((it) => problems[it])

  const clear = () => {
    sitting.current = null
    setFields(first())
    setSeen([])
    setTried(false)
    setFailed(null)
    setThanks(null)
  }

  const inUse = isFilled(fields) || thanks !== null
  useEffect(() => (inUse ? hold() : undefined), [inUse])
  const leaving = useForgetting(inUse, clear)

  const state: FormState = {
    fields,
    change: (change) => setFields((now) => ({ ...now, ...change })),
    left: (name) => void setTimeout(() => setSeen((now) => (now.includes(name) ? now : [...now, name])), TAP_MS),
    error: (name) => {
      const problem = problems[name]
      // An empty field is no mistake before somebody has said that the form is ready.
      if (!problem || (!tried && (problem.problem === 'missing' || !seen.includes(name)))) return undefined
      return problemWords(words.problem, name, problem, fields)
    },
  }

  const submit = async (event: Event) => {
    event.preventDefault()
    if (leaving.isBusy()) return
    setTried(true)
    setFailed(null)
    if (wrong[0]) return focusOn(form.current, wrong[0])
    const wanted = leaving.begin()
    setWork(words.sealing)
    try {
      const keeping = await loadKeeping().catch(() => null)
      if (!keeping) {
        if (wanted()) setFailed({ failed: 'loading' })
        return
      }
      const mine = sitting.current ?? keeping.openSitting()
      // Not where the form was emptied meanwhile: the next person's sitting is another one.
      if (wanted()) sitting.current = mine
      const outcome = await keeping.keepHere(mine, fields, campaign, language, () => setWork(words.sending))
      if (!wanted()) return
      if ('failed' in outcome) setFailed(outcome)
      else setThanks({ ...outcome, firstName: fields.firstName.trim(), petitions: fields.petitions })
    } catch (error) {
      // Without what the error holds: it must not carry a signer's words into a log.
      console.error('sign', error instanceof Error ? error.name : 'unknown')
      if (wanted()) setFailed({ failed: 'unknown' })
    } finally {
      setWork(undefined)
      leaving.end()
    }
  }

  const count = fields.petitions.length
  const submitWords =
    count === 0 ? words.submitNone : filled(formOf(language, count, words.submit), { n: number(language, count) })
  return (
    <form class="sign-form" ref={form} onSubmit={submit} onFocusIn={preloadKeeping} noValidate>
      {open.length > 1 && <PetitionChoice open={open} state={state} />}
      <PersonFields campaign={campaign} state={state} />
      <Consents campaign={campaign} state={state} />
      {failed && <Failure {...failed} />}
      <div class="submit-bar">
        {tried && wrong.length > 0 && (
          <p class="submit-problems" role="alert">
            {filled(formOf(language, wrong.length, words.problems), { n: number(language, wrong.length) })}
          </p>
        )}
        <Button type="submit" busy={work}>
          {submitWords}
        </Button>
        <p class="submit-lock small muted">
          <Icon name="lock" />
          {words.lock}
        </p>
      </div>
      {thanks && <ThankYou campaign={campaign} thanks={thanks} leave={clear} />}
    </form>
  )
}

interface FailureProps {
  failed: Failed | 'loading'
  problem?: StorageProblem
}

function Failure({ failed, problem }: FailureProps) {
  const { failed: words, wrongKey } = useWords(formWords)
  const text = {
    'wrong-key': wrongKey.text,
    'storage-offline': words.storageOffline,
    'storage-online': words.storageOnline,
    refused: words.refused,
    loading: words.loading,
    unknown: words.unknown,
  }[failed]
  const place = useRef<HTMLDivElement>(null)
  // It stands above a bar that sticks to the screen's bottom: without this it could appear unseen.
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [failed])
  return (
    <div ref={place}>
      <Notice tone="bad" announce="now" title={failed === 'wrong-key' ? wrongKey.title : words.title}>
        {text}
      </Notice>
      {problem && <Advice problem={problem} />}
    </div>
  )
}

/** What a person can do about the storage: rarely needed words, which come when they are. */
function Advice({ problem }: { problem: StorageProblem }) {
  const [Trouble, setTrouble] = useState<ComponentType<{ problem: StorageProblem }> | null>(null)
  useEffect(() => {
    // Where nothing is kept there is no worker either, and without network these words do not come; those above are enough.
    import('../outbox/StorageTrouble.tsx').then(
      (it) => setTrouble(() => it.StorageTrouble),
      () => {},
    )
  }, [])
  return Trouble && <Trouble problem={problem} />
}

function focusOn(form: HTMLFormElement | null, name: FieldName): void {
  const field = form?.querySelector<HTMLElement>(`#${fieldId(name)}`)
  const input = field?.matches('input') ? field : field?.querySelector<HTMLElement>('input')
  input?.focus()
}

/** What is being kept just now is not interrupted; see `forgetting`. */
function useForgetting(active: boolean, clear: () => void): Forgetting {
  const latest = useRef(clear)
  latest.current = clear
  const it = useMemo(() => forgetting(() => latest.current()), [])
  useEffect(() => {
    if (active) return watchLeaving({ window, document, now: Date.now }, it.left, it.back)
  }, [active])
  return it
}
