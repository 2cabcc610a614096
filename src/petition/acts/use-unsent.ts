// What somebody has written and not yet sent: a look at another page of this visit must not cost a letter.
// It is kept in this page's memory alone, and for as long as a form would be.
import { useEffect, useRef } from 'preact/hooks'
import { GRACE_MS } from '../forgetting.ts'

let unsent: { of: string; fields: unknown; at: number } | null = null

// A browser may keep the page that is left and show it again, to somebody else: as an open form, it is empty then (forgetting.ts).
window.addEventListener('pagehide', () => {
  unsent = null
})

/** `of`: which form; another one starts empty. Gives what was written before, once; then an empty form. */
export function useUnsent<Fields>(of: string, empty: () => Fields): () => Fields {
  const before = useRef(unsent?.of === of && Date.now() - unsent.at < GRACE_MS ? (unsent.fields as Fields) : null)
  return () => {
    const fields = before.current ?? empty()
    before.current = null
    return fields
  }
}

/** With each drawing. `written`: there is something that would have to be typed again. */
export function useKeepUnsent<Fields>(of: string, fields: Fields, written: boolean): void {
  useEffect(() => {
    if (written) unsent = { of, fields, at: Date.now() }
    else if (unsent?.of === of) unsent = null
  }, [fields, written])
}
