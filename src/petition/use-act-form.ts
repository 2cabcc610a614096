// What every form of a signer does, whatever is asked in it: says gently what is wrong, keeps an act once, and forgets.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { StorageProblem } from '../outbox/storage.ts'
import { type Forgetting, forgetting, watchLeaving } from './forgetting.ts'
import { type FormState, fieldId } from './form-state.ts'
import { hold } from './in-use.ts'
import type { Problem, ProblemsOf } from './person.ts'
import type { Failed, Outcome, Sitting } from './sitting.ts'

/** `loading`: what keeps an act has not come yet. */
export interface Failure {
  failed: Failed | 'loading'
  problem?: StorageProblem
}

/** Promise 1 was kept for it. */
export interface Kept<Fields> {
  /** The code as people read it, in groups: one for all acts of a sitting. */
  receipt: string
  /** `here`: on this device's disk · `there`: at the server already */
  acts: readonly { kept: 'here' | 'there'; id: string; fields: Fields }[]
}

/** What keeps an act; it comes late. */
export interface Keeping<Fields> {
  openSitting(code?: string): Sitting<Fields>
  keep(sitting: Sitting<Fields>, fields: Fields, sending: () => void): Promise<Outcome>
}

export interface Rules<Fields, Name extends string> {
  first(): Fields
  /** Whether it holds anything that a person would have to type again. */
  isFilled(fields: Fields): boolean
  problemsOf(fields: Fields): ProblemsOf<Name>
  /** In the order of the screen: the first wrong one gets the focus. */
  order(fields: Fields): readonly Name[]
  wordsFor(name: Name, problem: Problem, fields: Fields): string
  load(): Promise<Keeping<Fields>>
}

/** Sealing and the outbox come while the person types, a moment after the form has answered. */
const PRELOAD_MS = 500

/** A field is left by a tap on something else; a word that appeared at once would move that away under the finger. */
const TAP_MS = 300

export function useActForm<Fields, Name extends string>(rules: Rules<Fields, Name>) {
  const { first, load } = rules
  const [fields, setFields] = useState(first)
  const [seen, setSeen] = useState<readonly Name[]>([])
  /** What was wrong when somebody last said that the form was ready. */
  const [tried, setTried] = useState<readonly Name[] | null>(null)
  const [work, setWork] = useState<'sealing' | 'sending'>()
  const [failed, setFailed] = useState<Failure | null>(null)
  const [kept, setKept] = useState<Kept<Fields> | null>(null)
  const sitting = useRef<Sitting<Fields> | null>(null)
  /** What is done while the thank-you is open, under the same code. */
  const another = useRef<Sitting<Fields> | null>(null)
  const preloading = useRef(false)
  const form = useRef<HTMLFormElement>(null)

  const problems = rules.problemsOf(fields)
  const wrong = rules.order(fields).filter((it) => problems[it])

  const clear = () => {
    sitting.current = null
    another.current = null
    setFields(first())
    setSeen([])
    setTried(null)
    setFailed(null)
    setKept(null)
  }

  const unsaved = rules.isFilled(fields) && !kept
  const inUse = unsaved || kept !== null
  useEffect(() => (inUse ? hold() : undefined), [inUse])
  useEffect(() => (unsaved ? askBeforeLeaving() : undefined), [unsaved])
  const leaving = useForgetting(inUse, clear)

  const state: FormState<Fields, Name> = {
    fields,
    change: (change) => setFields((now) => ({ ...now, ...change })),
    left: (name) => void setTimeout(() => setSeen((now) => (now.includes(name) ? now : [...now, name])), TAP_MS),
    error: (name) => {
      const problem = problems[name]
      if (!problem) return undefined
      // An empty field is no mistake before somebody has said that the form is ready; nor is one that has come since.
      const left = seen.includes(name) && (tried || problem.problem !== 'missing')
      return left || tried?.includes(name) ? rules.wordsFor(name, problem, fields) : undefined
    },
  }

  const keep = async (place: typeof sitting, fields: Fields) => {
    if (leaving.isBusy()) return
    setFailed(null)
    const wanted = leaving.begin()
    setWork('sealing')
    try {
      const keeping = await load().catch(() => null)
      if (!keeping) {
        if (wanted()) setFailed({ failed: 'loading' })
        return
      }
      const mine = place.current ?? keeping.openSitting(sitting.current?.code)
      // Not where the form was emptied meanwhile: the next person's sitting is another one.
      if (wanted()) place.current = mine
      const outcome = await keeping.keep(mine, fields, () => setWork('sending'))
      if (!wanted()) return
      if ('failed' in outcome) return setFailed(outcome)
      const { receipt, id } = outcome
      setKept((now) => ({ receipt, acts: [...(now?.acts ?? []), { kept: outcome.kept, id, fields }] }))
      another.current = null
    } catch (error) {
      // Without what the error holds: it must not carry a signer's words into a log.
      console.error('act', error instanceof Error ? error.name : 'unknown')
      if (wanted()) setFailed({ failed: 'unknown' })
    } finally {
      setWork(undefined)
      leaving.end()
    }
  }

  return {
    state,
    form,
    tried,
    wrong,
    work,
    failed,
    kept,
    submit: (event: Event) => {
      event.preventDefault()
      if (leaving.isBusy()) return
      setTried(wrong)
      if (wrong[0]) return focusOn(form.current, wrong[0])
      void keep(sitting, fields)
    },
    /** One more act of this sitting, by the same fields but for these. After a failure the same act can be tried again. */
    keepMore: (change: Partial<Fields>) => void keep(another, { ...fields, ...change }),
    /** What is being kept just now goes on, and is shown to nobody. */
    forget: leaving.back,
    preload: () => {
      if (preloading.current) return
      preloading.current = true
      setTimeout(() => load().catch(() => {}), PRELOAD_MS)
    },
  }
}

export type ActFormState<Fields, Name extends string> = ReturnType<typeof useActForm<Fields, Name>>

/** A finger that pulls the page down loads it anew, and what was typed stands nowhere else: the browser asks first. */
function askBeforeLeaving(): () => void {
  const ask = (event: Event) => event.preventDefault()
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}

function focusOn(form: HTMLFormElement | null, name: string): void {
  const field = form?.querySelector<HTMLElement>(`#${fieldId(name)}`)
  const input = field?.matches('input,select,textarea') ? field : field?.querySelector<HTMLElement>('input')
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
