import { useLayoutEffect } from 'preact/hooks'

/** One key for each act, as long as nobody types into a field. Keys as `KeyboardEvent.key` names them, letters in lower case. */
export function useKeys(keys: Record<string, (() => void) | undefined>): void {
  // Before the next picture: a key never means what stood there before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isField(event.target, event.key)) return
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

/** A list is searched by letters, and a radio button moves by the arrows itself; letters mean nothing to it. */
const isField = (target: EventTarget | null, key: string): boolean => {
  const field = target instanceof HTMLElement && target.closest<HTMLInputElement>('input, select, textarea')
  return field !== false && field !== null && !(field.type === 'radio' && /^[a-z]$/i.test(key))
}
