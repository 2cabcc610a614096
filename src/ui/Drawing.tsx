import type { Drawing as Name } from '../../protocol/petition.ts'
import './Drawing.css'

/**
 * A case's picture, from public/drawings.svg: pictures are no script that a phone has to load before it can sign.
 * An empty `alt` where the words beside it say enough.
 */
export function Drawing({ name, alt }: { name: Name; alt: string }) {
  const look = { class: `art ${name}`, viewBox: '0 0 320 168' }
  const picture = <use href={`/drawings.svg#${name}`} />
  if (alt === '')
    return (
      <svg {...look} aria-hidden="true">
        {picture}
      </svg>
    )
  return (
    <svg {...look} role="img" aria-label={alt}>
      {picture}
    </svg>
  )
}
