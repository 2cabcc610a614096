import { useRef } from 'preact/hooks'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { Mark } from '../../ui/Mark.tsx'

const PRESS_MS = 2000
const TAPS = 5
const TAPS_WITHIN_MS = 4000

/**
 * The way out of the loop: nothing that a curious hand finds by chance, and no secret. Five times works with a keyboard and a
 * screen reader too.
 */
export function LeaveMark({ leave }: { leave: () => void }) {
  const words = useWords(standKioskWords)
  const taps = useRef<number[]>([])
  const press = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const ask = () => {
    taps.current = []
    leave()
  }
  const release = () => clearTimeout(press.current)
  const tap = () => {
    const now = performance.now()
    taps.current = [...taps.current.filter((it) => now - it < TAPS_WITHIN_MS), now]
    if (taps.current.length >= TAPS) ask()
  }
  return (
    <button
      type="button"
      class="kiosk-mark"
      aria-label={words.leave}
      onClick={tap}
      onPointerDown={() => {
        press.current = setTimeout(ask, PRESS_MS)
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Mark />
    </button>
  )
}
