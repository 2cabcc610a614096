import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { outboxScreenWords } from '../i18n/outbox-screen.ts'
import { Notice } from '../ui/Notice.tsx'
import type { OutboxView } from './keeping.ts'
import { LastContact } from './LastContact.tsx'
import { Reconciliation } from './Reconciliation.tsx'
import { SaveHandOff } from './SaveHandOff.tsx'
import { SyncStatus } from './SyncStatus.tsx'
import { watch } from './this-device.ts'
import { startTriggers } from './triggers.ts'

/** Everything that this device holds: where it is, and the ways on. Where storage fails, the status line says so. */
export function OutboxScreen() {
  const words = useWords(outboxScreenWords)
  const [view, setView] = useState<OutboxView | null>(null)
  const Take = useTakeHere()
  useEffect(() => {
    startTriggers()
    return watch(setView, console.error)
  }, [])
  return (
    <div class="stack">
      <SyncStatus />
      {view?.withdraw && view.tally.waiting > 0 && <Notice tone="warn">{words.withdrawWaits}</Notice>}
      {view?.memory.restored && <Notice>{words.restored}</Notice>}
      {view && (
        <>
          <Reconciliation tally={view.tally} />
          <LastContact memory={view.memory} />
          <SaveHandOff waiting={view.tally.waiting + view.tally.refused} />
        </>
      )}
      {Take ? <Take /> : <p class="muted">{words.take.text}</p>}
    </div>
  )
}

const TRY_AGAIN_MS = 3000

/** Null until its code is here; without a network that may be long, and it would be of no use. */
function useTakeHere(): ComponentType | null {
  const [Take, setTake] = useState<ComponentType | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const load = async () => {
      clearTimeout(timer)
      try {
        const { TakeHere } = await import('./TakeHere.tsx')
        if (!left) setTake(() => TakeHere)
      } catch {
        // The first question after "online" often fails: the line is there before it carries anything.
        if (!left && navigator.onLine) timer = setTimeout(load, TRY_AGAIN_MS)
      }
    }
    void load()
    window.addEventListener('online', load)
    return () => {
      left = true
      window.removeEventListener('online', load)
      clearTimeout(timer)
    }
  }, [])
  return Take
}
