import { useEffect, useRef } from 'preact/hooks'

/** For a line of links of which a phone shows a part: brings the current one into sight, whenever that is another. */
export function useInSight<E extends Element>(current: string) {
  const line = useRef<E>(null)
  useEffect(() => {
    line.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return line
}
