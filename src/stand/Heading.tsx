import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A screen's title; it takes the focus when the screen appears, so that it is read out first. */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus()
    document.title = `${heading.current?.textContent} · Paraphe`
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
