import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  /** `h2` for a step inside a screen, `p` for a question that comes up in it. */
  as?: 'h1' | 'h2' | 'p'
  children: ComponentChildren
}

/** The heading of a screen or step; it takes the focus when the screen appears, so that it is read out first. */
export function Heading({ as: Tag = 'h1', children }: Props) {
  // The union of the tags' elements is more than a ref can say; all of them are HTMLElements.
  const heading = useRef<HTMLParagraphElement & HTMLHeadingElement>(null)
  // At once: a moment later it would take the focus from who types already.
  useLayoutEffect(() => {
    heading.current?.focus()
    if (Tag === 'h1') document.title = `${heading.current?.textContent} · Paraphe`
  }, [Tag])
  return (
    <Tag ref={heading} tabIndex={-1}>
      {children}
    </Tag>
  )
}
