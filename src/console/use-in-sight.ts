import { useEffect, useRef } from 'preact/hooks'

/**
 * For a line of links of which a phone shows a part: brings the current one into sight.
 * @param current says which it is, and whatever else moves it in its line
 */
export function useInSight<E extends Element>(current: string) {
  const line = useRef<E>(null)
  useEffect(() => {
    line.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return line
}
