import type { ThemeColours } from './theme.ts'

// A theme's two colours, and the ones that follow from them. Pure: the server writes them into a stylesheet, the editor shows them
// while they are chosen.

type Rgb = [red: number, green: number, blue: number]

const rgbOf = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb
const hexOf = (rgb: Rgb): string => `#${rgb.map((it) => Math.round(it).toString(16).padStart(2, '0')).join('')}`

/** `share` (0..1) of `colour` on `ground`. */
function mixed(colour: string, ground: string, share: number): string {
  const [a, b] = [rgbOf(colour), rgbOf(ground)]
  return hexOf(a.map((it, i) => it * share + (b[i] as number) * (1 - share)) as Rgb)
}

/** Relative luminance of `#rrggbb`, 0 (black) to 1 (white): WCAG 2.2, “relative luminance”. */
export function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((it) => {
    const c = it / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21: WCAG 2.2, “contrast ratio”. The same both ways round. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** What src/ui/tokens.css says of ink, paper and text on the dark ground. */
const INK = '#17140f'
const PAPER = '#fffdf8'
const NIGHT_TEXT_2 = '#d8d0c0'

/** Text of any size (WCAG 2.2, 1.4.3). */
export const ENOUGH = 4.5

const inkOn = (accent: string): string => (contrast(INK, accent) >= contrast(PAPER, accent) ? INK : PAPER)

/** Hovered, the button grows darker, or lighter where that would take its words away. */
function stronger(accent: string): string {
  const ink = inkOn(accent)
  const darker = mixed('#000000', accent, 0.1)
  return contrast(ink, darker) >= ENOUGH ? darker : mixed('#ffffff', accent, 0.1)
}

/** Of words on a button, hovered or not. */
const ofButton = (accent: string): number =>
  Math.min(contrast(inkOn(accent), accent), contrast(inkOn(accent), stronger(accent)))

/** Custom properties of tokens.css that follow from two colours, for light and dark screens. */
export function tokensOf({ accent, night }: ThemeColours, scheme: 'light' | 'dark'): Record<string, string> {
  const [ground, share] = scheme === 'light' ? [PAPER, 0.22] : ['#17140f', 0.24]
  return {
    '--accent': accent,
    '--accent-strong': stronger(accent),
    '--accent-ink': inkOn(accent),
    '--accent-soft': mixed(accent, ground, share),
    '--night': night,
  }
}

/**
 * `button`: words on the accent · `accent`: words in the accent colour on the dark ground · `text`: words on the dark ground.
 */
export type ContrastPair = 'button' | 'accent' | 'text'

/** What could not be read with these colours, worst first; empty where all can. A theme with any is not published: `low-contrast`. */
export function lowContrasts({ accent, night }: ThemeColours): ContrastPair[] {
  const pairs: Record<ContrastPair, number> = {
    button: ofButton(accent),
    accent: contrast(accent, night),
    text: contrast(NIGHT_TEXT_2, night),
  }
  return (Object.entries(pairs) as [ContrastPair, number][])
    .filter(([, ratio]) => ratio < ENOUGH)
    .sort(([, a], [, b]) => a - b)
    .map(([pair]) => pair)
}

/** In hundredths of the way to black or to white. */
const STEPS = Array.from({ length: 51 }, (_, at) => at * 2)

/**
 * The nearest colours of the same hues with which everything can be read: a darker ground, and a lighter or darker accent, which people
 * know a campaign by and which moves as little as it can. What passes already stays.
 */
export function readable({ accent, night }: ThemeColours): ThemeColours {
  const grounds = STEPS.map((darker) => ({ darker, night: mixed('#000000', night, darker / 100) })).filter(
    (it) => contrast(NIGHT_TEXT_2, it.night) >= ENOUGH,
  )
  // White on black: what is always there to be found.
  let best = { accent: '#ffffff', night: '#000000', cost: Number.POSITIVE_INFINITY }
  for (const share of STEPS)
    for (const end of ['#000000', '#ffffff']) {
      const moved = mixed(end, accent, share / 100)
      if (ofButton(moved) < ENOUGH) continue
      const ground = grounds.find((it) => contrast(moved, it.night) >= ENOUGH)
      if (!ground) continue
      const cost = 2 * share ** 2 + ground.darker ** 2
      if (cost < best.cost) best = { accent: moved, night: ground.night, cost }
    }
  return { accent: best.accent, night: best.night }
}
