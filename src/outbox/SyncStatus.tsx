import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { Button } from '../ui/Button.tsx'
import type { OutboxView } from './queue.ts'
import { type Status, statusOf } from './status.ts'
import type { StorageProblem } from './storage.ts'
import { watch } from './this-device.ts'
import { onSending, sendNow } from './triggers.ts'
import './SyncStatus.css'

/** Where the envelopes of this device are, and why; kept up to date by itself. */
export function SyncStatus() {
  const [view, setView] = useState<OutboxView | null>(null)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const [sending, setSending] = useState(false)
  const [online, setOnline] = useState(navigator.onLine)
  const [now, setNow] = useState(Date.now())

  useEffect(() => {
    const told = (next: OutboxView) => {
      setNow(Date.now())
      setView(next)
      setProblem(null)
    }
    const look = () => setOnline(navigator.onLine)
    const clock = setInterval(() => setNow(Date.now()), 5000)
    const ends = [watch(told, (failure) => setProblem(failure.problem)), onSending(setSending)]
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
      <SyncLine status={statusOf(view, sending, online, now)} />
      {view.tally.refused > 0 && <Refused count={view.tally.refused} />}
    </div>
  )
}

/** The list and its reasons are rarely needed, so they come when they are. */
function Refused({ count }: { count: number }) {
  const [List, setList] = useState<ComponentType<{ count: number }> | null>(null)
  useEffect(() => {
    import('./RefusedList.tsx').then((it) => setList(() => it.RefusedList), console.error)
  }, [])
  return List && <List key={count} count={count} />
}

export function StorageTrouble({ problem }: { problem: StorageProblem }) {
  const words = useWords(outboxWords)
  return (
    <p class="sync-status bad" role="status">
      {words.storage[problem]}
    </p>
  )
}

const TONE: Record<Status['kind'], string> = {
  nothing: 'quiet',
  arrived: 'ok',
  sending: 'quiet',
  soon: 'quiet',
  offline: 'warn',
  failing: 'warn',
}

export function SyncLine({ status }: { status: Status }) {
  const words = useWords(outboxWords)
  const language = useLanguage()
  const count = (n: number, forms: { one: string; other: string }) =>
    filled(formOf(language, n, forms), { n: number(language, n) })

  if (!('waiting' in status)) {
    const accepted = status.kind === 'arrived' ? status.accepted : 0
    const none = status.kind === 'arrived' ? words.allArrived : words.nothing
    return (
      <p class={`sync-status ${TONE[status.kind]}`} role="status">
        {accepted > 0 ? count(accepted, words.arrived) : none}
      </p>
    )
  }

  const { kind, waiting } = status
  const why =
    status.kind === 'failing'
      ? words.why[status.why]
      : { sending: words.sending, offline: words.offline, soon: waiting === 1 ? words.soon : words.soonAll }[
          status.kind
        ]
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
      <Button kind="quiet" busy={kind === 'sending' ? words.sending : undefined} onClick={sendNow}>
        {words.sendNow}
      </Button>
    </div>
  )
}
