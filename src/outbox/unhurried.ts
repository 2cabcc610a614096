/**
 * Passes a value on at once, and after that at most one in `pauseMs`, always the latest: a commit changes several rows, and a
 * screen needs to hear of it once.
 */
export function unhurried<T>(told: (value: T) => void, pauseMs: number): { tell(value: T): void; end(): void } {
  let pause: ReturnType<typeof setTimeout> | undefined
  let missed: { value: T } | undefined
  let ended = false
  const tell = (value: T) => {
    if (ended) return
    if (pause !== undefined) {
      missed = { value }
      return
    }
    told(value)
    pause = setTimeout(() => {
      pause = undefined
      const latest = missed
      missed = undefined
      if (latest) tell(latest.value)
    }, pauseMs)
  }
  const end = () => {
    ended = true
    clearTimeout(pause)
  }
  return { tell, end }
}
