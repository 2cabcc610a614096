import { useEffect, useMemo, useState } from 'preact/hooks'
import { IDLE_MINUTES, IdleClock } from './idle-clock.ts'

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
const LOOK_EVERY_MS = 5000

/**
 * Calls `lock` when nobody has touched anything for IDLE_MINUTES while `unlocked`. Answers the minutes left and `touch`, for
 * work that goes on by itself.
 */
export function useIdleLock(unlocked: boolean, lock: () => void): { minutesLeft: number; touch: () => void } {
  const clock = useMemo(() => new IdleClock(), [unlocked])
  const [minutesLeft, setMinutesLeft] = useState(IDLE_MINUTES)

  useEffect(() => {
    if (!unlocked) return
    const look = () => {
      setMinutesLeft(clock.minutesLeft())
      if (clock.isOver()) lock()
    }
    const touch = () => {
      clock.touch()
      look()
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true })
    // A laptop that wakes up: before anyone can look.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch)
      document.removeEventListener('visibilitychange', look)
    }
  }, [unlocked, clock])

  return { minutesLeft, touch: () => clock.touch() }
}
