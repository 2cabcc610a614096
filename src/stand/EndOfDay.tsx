import '../outbox/Reconciliation.css'
import './Day.css'
import { useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { LastContact } from '../outbox/LastContact.tsx'
import { Reconciliation } from '../outbox/Reconciliation.tsx'
import { SaveHandOff } from '../outbox/SaveHandOff.tsx'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import type { HandOffFile } from '../outbox/save-hand-off.ts'
import { storage } from '../outbox/this-device.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { DayHead } from './DayHead.tsx'
import { DayState } from './DayState.tsx'
import { RemoveEverything } from './RemoveEverything.tsx'
import { noteSavedFile } from './saved-file.ts'
import type { Standing } from './standing.ts'
import { useDay } from './use-day.ts'

interface Props {
  standing: Standing
  /** The stand's PIN: resolves with whether it was given. */
  askPin: () => Promise<boolean>
  onLeave: () => void
}

/** Is everything sent? What to do with what is not, and with a tablet that goes back. */
export function EndOfDay({ standing, askPin, onLeave }: Props) {
  const all = useWords(standDayWords)
  const { day, problem } = useDay(standing.stand)
  const [removing, setRemoving] = useState(false)
  const saved = (file: HandOffFile) =>
    void noteSavedFile(storage, file, Date.now()).catch((error) =>
      console.error('hand-off', error instanceof Error ? error.name : 'unknown'),
    )
  if (removing && day)
    return <RemoveEverything view={day.view} askPin={askPin} onSaved={saved} onBack={() => setRemoving(false)} />
  return (
    <div class="stand-day stack">
      <DayHead title={all.day.title} onLeave={onLeave} />
      {problem && <StorageTrouble problem={problem} />}
      {!day && !problem && <p role="status">{all.reading}</p>}
      {day && (
        <>
          <DayState view={day.view} />
          {day.view.withdraw && <Notice tone="warn">{all.day.withdraw}</Notice>}
          <div class="day-rooms">
            <section class="tile stack" aria-label={all.tally.here}>
              <Reconciliation tally={day.view.tally} />
              <LastContact memory={day.view.memory} />
            </section>
            <SaveHandOff waiting={day.view.tally.waiting + day.view.tally.refused} onSaved={saved} />
          </div>
          <section class="day-remove stack" aria-labelledby="day-remove">
            <h2 id="day-remove">{all.remove.title}</h2>
            <p>{all.remove.text}</p>
            <Button kind="quiet" onClick={() => setRemoving(true)}>
              {all.remove.open}
            </Button>
          </section>
        </>
      )}
    </div>
  )
}
