import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { Button } from '../../ui/Button.tsx'
import { COUNTDOWN_MS } from '../kiosk.ts'
import { Countdown } from './Countdown.tsx'
import type { Send } from './parts.ts'

/** Over a form that nobody has touched for long, and covering it: perhaps its owner has gone. */
export function StillThere({ seconds, send }: { seconds: number; send: Send }) {
  const words = useWords(standKioskWords)
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    room.current?.querySelector('button')?.focus()
    // After the form below can take it again.
    return () => void setTimeout(() => before instanceof HTMLElement && before.isConnected && before.focus())
  }, [])
  return (
    <div class="kiosk-over" role="alertdialog" aria-modal="true" aria-labelledby="kiosk-still" ref={room}>
      <div class="kiosk-over-words">
        <h2 id="kiosk-still">{words.stillThere}</h2>
        <Countdown sentence={words.stillThereText} seconds={seconds} of={COUNTDOWN_MS / 1000} />
        <Button large onClick={() => send({ type: 'stay' })}>
          {words.stay}
        </Button>
        <Button kind="quiet" onClick={() => send({ type: 'end' })}>
          {words.clear}
        </Button>
      </div>
    </div>
  )
}
