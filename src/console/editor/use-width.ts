import { useEffect, useRef, useState } from 'preact/hooks'

/** How wide a box is, in px, whatever the window becomes; null before it is measured. */
export function useWidth<E extends Element>() {
  const box = useRef<E>(null)
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    const measure = new ResizeObserver(([it]) => it && setWidth(it.contentRect.width))
    if (box.current) measure.observe(box.current)
    return () => measure.disconnect()
  }, [])
  return { box, width }
}
