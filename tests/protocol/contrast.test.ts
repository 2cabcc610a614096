import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CampaignContent } from '../../protocol/campaign.ts'
import { contrast, ENOUGH, lowContrasts, luminance, readable, tokensOf } from '../../protocol/contrast.ts'
import { Theme } from '../../protocol/theme.ts'
import { unsignable } from '../petition/campaign.fixture.ts'

const tokens = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
const root = tokens.slice(0, tokens.indexOf('.dark {'))
const dark = tokens.slice(tokens.indexOf('.dark {'), tokens.indexOf('@media'))
const token = (name: string, from = root): string => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(from)?.[1] ?? ''

const colour = fc.integer({ min: 0, max: 0xffffff }).map((it) => `#${it.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it.each([
    // WCAG's own ends, and pairs that its reference tools agree on.
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#0b57d0', '#fffdf8', 6.28],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })

  it('luminance runs from black to white', () => {
    expect([luminance('#000000'), luminance('#ffffff')]).toEqual([0, 1])
  })
})

describe('a theme’s two colours', () => {
  const ours = { accent: token('--accent'), night: token('--night') }

  it('pass where they are Paraphe’s own', () => {
    expect(lowContrasts(ours)).toEqual([])
  })

  it.each([
    [{ accent: '#777777', night: '#000000' }, ['button']],
    [{ accent: '#0b3d91', night: '#17140f' }, ['accent']],
    [{ accent: '#ffcb2e', night: '#7a7a7a' }, ['accent', 'text']],
    [{ accent: '#ffffff', night: '#fafafa' }, ['accent', 'text']],
  ])('%o cannot be read: %s', (colours, pairs) => {
    expect(lowContrasts(colours).sort()).toEqual(pairs)
  })

  it('that pass can be read wherever the styles put them, on light and on dark screens', () => {
    let passed = 0
    fc.assert(
      fc.property(colour, colour, (accent, night) => {
        if (lowContrasts({ accent, night }).length > 0) return
        passed++
        const [light, other] = [tokensOf({ accent, night }, 'light'), tokensOf({ accent, night }, 'dark')]
        for (const it of [light, other]) {
          expect(contrast(it['--accent-ink'] ?? '', it['--accent'] ?? '')).toBeGreaterThanOrEqual(ENOUGH)
          expect(contrast(it['--accent-ink'] ?? '', it['--accent-strong'] ?? '')).toBeGreaterThanOrEqual(ENOUGH)
          expect(contrast(token('--night-text'), it['--night'] ?? '')).toBeGreaterThanOrEqual(ENOUGH)
          // The focus ring on the dark ground: WCAG 2.2, 1.4.11.
          expect(contrast('#9cc2ff', it['--night'] ?? '')).toBeGreaterThanOrEqual(3)
        }
        for (const ink of ['--ink', '--ink-2']) {
          expect(contrast(token(ink), light['--accent-soft'] ?? '')).toBeGreaterThanOrEqual(ENOUGH)
          expect(contrast(token(ink, dark), other['--accent-soft'] ?? '')).toBeGreaterThanOrEqual(ENOUGH)
        }
      }),
      { numRuns: 1500 },
    )
    expect(passed).toBeGreaterThan(100)
  })
})

describe('the nearest colours that can be read', () => {
  it.each([
    ['a grey that takes no words grows a little darker', '#777777', '#000000', '#757575', '#000000'],
    ['a dark blue grows lighter on a dark ground', '#0b3d91', '#17140f', '#5e7fb6', '#17140f'],
    ['a ground that is too light grows darker, and the accent stays', '#ffcb2e', '#7a7a7a', '#ffcb2e', '#5a5a5a'],
    ['both move where that keeps more of the accent', '#3a5bd0', '#888888', '#7d93e0', '#2e2e2e'],
    ['what passes stays', '#ffcb2e', '#17140f', '#ffcb2e', '#17140f'],
  ])('%s', (_, accent, night, toAccent, toNight) => {
    expect(readable({ accent, night })).toEqual({ accent: toAccent, night: toNight })
  })

  it('pass whatever was chosen, and keep its hue', () => {
    const channels = (it: string) => [1, 3, 5].map((at) => Number.parseInt(it.slice(at, at + 2), 16))
    fc.assert(
      fc.property(colour, colour, (accent, night) => {
        const found = readable({ accent, night })
        expect(lowContrasts(found)).toEqual([])
        if (lowContrasts({ accent, night }).length === 0) expect(found).toEqual({ accent, night })
        for (const which of ['accent', 'night'] as const) {
          const [was, is] = [channels({ accent, night }[which]), channels(found[which])]
          for (const [a, b] of [
            [0, 1],
            [1, 2],
            [0, 2],
          ] as [number, number][])
            if ((was[a] ?? 0) >= (was[b] ?? 0)) expect(is[a]).toBeGreaterThanOrEqual(is[b] ?? 0)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a campaign', () => {
  it('may have a theme, whole or in part, or none', () => {
    const logo = { picture: 'A'.repeat(22), type: 'svg', width: 200, height: 80 }
    const themes = [
      undefined,
      {},
      { name: { fr: 'Ligue' } },
      { logo },
      { colours: { accent: '#ffcb2e', night: '#17140f' } },
    ]
    for (const theme of themes)
      expect(CampaignContent.parse({ ...unsignable(), ...(theme && { theme }) }).theme).toEqual(theme)
  })

  it.each(['red', '#FFF', '#ffcb2e; } body { display: none', 'url(//evil)'])('has no colour %s', (accent) => {
    expect(Theme.safeParse({ colours: { accent, night: '#17140f' } }).success).toBe(false)
  })
})
