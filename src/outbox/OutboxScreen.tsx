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
      {Take && <Take />}
    </div>
  )
}

/** Null until its code is here; without a network that may be never, and it would be of no use. */
function useTakeHere(): ComponentType | null {
  const [Take, setTake] = useState<ComponentType | null>(null)
  useEffect(() => {
    const load = () =>
      import('./TakeHere.tsx').then(
        (it) => setTake(() => it.TakeHere),
        () => {},
      )
    void load()
    window.addEventListener('online', load)
    return () => window.removeEventListener('online', load)
  }, [])
  return Take
}
