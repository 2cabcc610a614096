import { useLayoutEffect } from 'preact/hooks'

/** One key for each act, as long as nobody types into a field. Keys as `KeyboardEvent.key` names them, letters in lower case. */
export function useKeys(keys: Record<string, (() => void) | undefined>): void {
  // Before the next picture: a key never means what stood there before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isField(event.target)) return
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

/** A radio button moves by the arrows itself, and a list is searched by letters. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea') !== null
