import { describe, expect, it } from 'vitest'
import { setText } from '../../src/console/editor/card-layout.ts'
import { HOSTILE_STRINGS, LONG_STRINGS } from '../hostile-strings.ts'

/** Every character as wide as half its size. */
const measure = (text: string, size: number) => [...text].length * size * 0.5

describe('the words of a card', () => {
  it('stand as large as they can', () => {
    expect(setText('Justice pour Joel', 400, 2, [80, 40], measure)).toEqual({
      lines: ['Justice', 'pour Joel'],
      size: 80,
    })
    expect(setText('Justice pour Joel Paredes à Jujuy', 400, 2, [80, 40], measure).size).toBe(40)
  })

  it('end with a sign that there is more, where there is no room', () => {
    const { lines } = setText('un deux trois quatre cinq six', 100, 2, [20], measure)
    expect(lines).toEqual(['un deux', 'trois…'])
  })

  it('never run out of their box, whatever they are', () => {
    for (const text of [...HOSTILE_STRINGS, ...LONG_STRINGS]) {
      const { lines, size } = setText(text, 300, 4, [60, 46], measure)
      expect(lines.length, text).toBeLessThanOrEqual(4)
      for (const line of lines) expect(measure(line, size), text).toBeLessThanOrEqual(300)
    }
  })
})
