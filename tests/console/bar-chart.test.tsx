import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { BarChart } from '../../src/ui/BarChart.tsx'

const bars = [0, 0, 3, 0, 1].map((count, i) => ({ key: i, label: `${i} h`, whole: `lundi ${i} h`, count }))
const table = { open: 'En tableau', of: 'Heure', count: 'Signatures' }
const rowsOf = (of: typeof bars) => {
  const html = renderToString(<BarChart bars={of} label="" number={String} table={table} />)
  return [...html.matchAll(/<th scope="row">([^<]*)<\/th><td>([^<]*)/g)].map(([, head, count]) => [head, count])
}

it('has a table that begins with the first signature, names the day, and leaves no later hour out', () => {
  expect(rowsOf(bars)).toEqual([
    ['lundi 2 h', '3'],
    ['lundi 3 h', '0'],
    ['lundi 4 h', '1'],
  ])
})

it('has a table of the last hour alone where none of them brought any', () => {
  expect(rowsOf(bars.map((it) => ({ ...it, count: 0 })))).toEqual([['lundi 4 h', '0']])
})

it('draws one bar alone, or a few, as bars and not as walls, and many beside each other in its width', () => {
  const widths = (n: number) => {
    const some = Array.from({ length: n }, (_, i) => ({ key: i, label: `${i} h`, count: 1 }))
    const html = renderToString(<BarChart bars={some} label="" number={String} table={table} />)
    return [...html.matchAll(/<rect[^>]* x="([^"]*)"[^>]* width="([^"]*)"/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ])
  }
  for (const n of [1, 2, 3]) for (const [, width] of widths(n)) expect(width).toBeLessThanOrEqual(64)
  const [x = 0, width = 0] = widths(24).at(-1) ?? []
  expect(x + width).toBeCloseTo(460)
})
