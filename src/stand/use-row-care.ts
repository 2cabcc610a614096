import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type Forgetting, forgetting, GRACE_MS, watchLeaving } from '../petition/forgetting.ts'
import { hold } from '../petition/in-use.ts'

/**
 * While a row is filled, nothing reloads the page under it; left alone, out of sight or left behind, it is emptied, as every form
 * is (src/petition/forgetting.ts). `touched` changes whenever somebody types.
 */
export function useRowCare(
  filled: boolean,
  touched: unknown,
  onFilled: (filled: boolean) => void,
  clear: () => void,
): Forgetting {
  const latest = useRef(clear)
  latest.current = clear
  const it = useMemo(() => forgetting(() => latest.current()), [])
  useEffect(() => {
    onFilled(filled)
    if (!filled) return
    const release = hold()
    const end = watchLeaving({ window, document, now: Date.now }, it.left, it.back)
    return () => {
      release()
      end()
      onFilled(false)
    }
  }, [filled])
  useEffect(() => {
    if (!filled) return
    const idle = setTimeout(it.left, GRACE_MS)
    return () => clearTimeout(idle)
  }, [filled, touched])
  return it
}
