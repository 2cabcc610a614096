import type { Stroke } from '../../../protocol/drawn.ts'

/** A stroke as an SVG path through the middles between its points, which rounds a fast hand's corners; one point is a dot. */
export function pathOf(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  let before = first
  for (const point of rest) {
    path += `Q${before.x} ${before.y} ${(before.x + point.x) / 2} ${(before.y + point.y) / 2}`
    before = point
  }
  return `${path}L${before.x} ${before.y}`
}
