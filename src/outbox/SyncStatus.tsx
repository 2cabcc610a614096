import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import type { Forms } from '../i18n/forms.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { AskNow, useLastContact } from './AskNow.tsx'
import type { OutboxView } from './keeping.ts'
import { askToStay } from './persist.ts'
import { StorageTrouble } from './StorageTrouble.tsx'
import { type Status, statusOf } from './status.ts'
import type { StorageProblem } from './storage.ts'
import { watch } from './this-device.ts'
import { onSending } from './triggers.ts'
import './SyncStatus.css'

/** Where the envelopes of this device are, and why; kept up to date by itself. */
export function SyncStatus() {
  const [view, setView] = useState<OutboxView | null>(null)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<StorageProblem | null>(null)
  const [online, setOnline] = useState(navigator.onLine)
  const [now, setNow] = useState(Date.now())

  useEffect(() => {
    const told = (next: OutboxView) => {
      setNow(Date.now())
      setView(next)
      setProblem(null)
      if (next.tally.waiting > 0) askToStay()
    }
    const heard = (now: boolean, why: StorageProblem | null) => {
      setSending(now)
      setTrouble(why)
    }
    const look = () => setOnline(navigator.onLine)
    const clock = setInterval(() => setNow(Date.now()), 5000)
    const ends = [watch(told, (failure) => setProblem(failure.problem)), onSending(heard)]
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      clearInterval(clock)
      for (const end of ends) end()
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])

  if (problem) return <StorageTrouble problem={problem} />
  if (!view) return null
  return (
    <div class="sync-status-room">
      <SyncLine status={statusOf(view, sending, online, now, trouble)} lastContact={view.memory.lastContact} />
      {view.tally.refused > 0 && <Refused count={view.tally.refused} />}
    </div>
  )
}

/**
 * The list and its reasons are rarely needed, so they come when they are: only a server refuses, so there was a network. Until they
 * are here, how many there are is said.
 */
function Refused({ count }: { count: number }) {
  const [List, setList] = useState<ComponentType<{ count: number }> | null>(null)
  const words = useWords(outboxWords)
  const language = useLanguage()
  useEffect(() => {
    const load = () =>
      import('./RefusedList.tsx').then(
        (it) => setList(() => it.RefusedList),
        () => {},
      )
    void load()
    window.addEventListener('online', load)
    return () => window.removeEventListener('online', load)
  }, [])
  if (List) return <List key={count} count={count} />
  const title = filled(formOf(language, count, words.refusedTitle), { n: number(language, count) })
  return (
    <section class="sync-status bad" aria-label={title}>
      <p role="status">
        <strong>{title}</strong> {formOf(language, count, words.refusedText)}
      </p>
    </section>
  )
}

const TONE: Record<Status['kind'], string> = {
  nothing: 'quiet',
  arrived: 'ok',
  withdrawing: 'warn',
  sending: 'quiet',
  soon: 'quiet',
  offline: 'warn',
  stuck: 'bad',
  failing: 'warn',
}

export function SyncLine({ status, lastContact }: { status: Status; lastContact: number | null }) {
  const words = useWords(outboxWords)
  const language = useLanguage()
  const contact = useLastContact(lastContact)
  const count = (n: number, forms: Forms) => filled(formOf(language, n, forms), { n: number(language, n) })

  if (!('waiting' in status)) {
    const accepted = status.kind === 'arrived' ? status.accepted : 0
    const none = { arrived: words.allArrived, withdrawing: words.withdrawing, nothing: words.nothing }[status.kind]
    return (
      <p class={`sync-status ${TONE[status.kind]}`} role="status">
        {accepted > 0 ? count(accepted, words.arrived) : none}
      </p>
    )
  }

  const { kind, waiting } = status
  const why = {
    sending: () => words.sending,
    offline: () => words.offline,
    soon: () => (waiting === 1 ? words.soon : words.soonAll),
    stuck: () => status.kind === 'stuck' && words.storage[status.problem],
    failing: () => status.kind === 'failing' && words.why[status.why],
  }[kind]()
  const minutes = status.kind === 'failing' ? Math.ceil(status.nextInMs / 60_000) : 0
  return (
    <div class={`sync-status ${TONE[kind]}`} data-status={kind}>
      <p role="status">
        <strong>{count(waiting, words.waiting)}</strong> {why}
      </p>
      {/* Outside of what is read aloud: a count-down would be announced at every tick. */}
      {status.kind === 'failing' && (
        <p class="sync-status-next">
          {status.nextInMs < 60_000
            ? words.nextTrySoon
            : filled(words.nextTry, { time: count(minutes, words.minutes) })}
        </p>
      )}
      <AskNow kind="quiet" label={words.sendNow} asking={words.sending} sending={kind === 'sending'} also={contact} />
    </div>
  )
}
