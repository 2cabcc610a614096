import { useEffect, useRef, useState } from 'preact/hooks'

/** One thing that a person asked for: whether it is under way, and how it failed. Aborts pass silently. */
export function useAction() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const there = useRef(true)
  useEffect(() => {
    there.current = true
    return () => {
      there.current = false
    }
  }, [])

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      if (there.current && (failure as Error).name !== 'AbortError') setError(failure)
    } finally {
      if (there.current) setBusy(false)
    }
  }

  return { busy, error, run, clear: () => setError(null) }
}
