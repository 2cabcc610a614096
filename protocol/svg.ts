import type { Reason } from './reasons.ts'

// An SVG that only draws. It is shown as a picture, where browsers run no script anyway, and is served in a sandbox; but it lies on
// our own origin, so nothing gets there that is more than shapes. A list of what is let through, not of what is feared.

const ELEMENTS = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon defs symbol use title desc text tspan ' +
    'linearGradient radialGradient stop clipPath mask pattern style'
  ).split(' '),
)

const SVG = 'http://www.w3.org/2000/svg'

/** One piece of markup after the other: declaration, doctype without a subset, comment, end tag, start tag, text. */
const PIECE =
  /<\?xml\s[^<>?]*\?>|<!DOCTYPE svg[^<>[\]]*>|<!--(?:(?!--)[\s\S])*-->|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Sides of the drawing, rounded; `not-a-picture` where the bytes are no well-formed SVG, `active-picture` where they hold more. */
export function readSvg(bytes: Uint8Array): { type: 'svg'; width: number; height: number } | Reason {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return 'not-a-picture'
  }
  const open: string[] = []
  let sides: { width: number; height: number } | null = null
  let roots = 0
  PIECE.lastIndex = 0
  for (let at = 0; at < text.length; at = PIECE.lastIndex) {
    const found = PIECE.exec(text)
    // Not markup, or markup that this list does not know: entities, CDATA, processing instructions.
    if (!found) return roots > 0 ? 'active-picture' : 'not-a-picture'
    const [piece, ended, name, attributes = '', alone] = found
    // A comment would part a word that the browser reads as one.
    if (open.at(-1) === 'style' && ended !== 'style' && piece.startsWith('<')) return 'active-picture'
    if (ended !== undefined) {
      if (open.pop() !== ended) return 'not-a-picture'
    } else if (name !== undefined) {
      if (open.length === 0 && (name !== 'svg' || ++roots > 1)) return 'not-a-picture'
      const values = readAttributes(attributes)
      if (!values || !ELEMENTS.has(name) || !draws(values)) return 'active-picture'
      if (open.length === 0) {
        if (values.get('xmlns') !== SVG) return 'not-a-picture'
        sides = sidesOf(values)
      }
      if (!alone) open.push(name)
    } else if (!piece.startsWith('<')) {
      if (open.length === 0 && piece.trim() !== '') return 'not-a-picture'
      if (open.at(-1) === 'style' && !isPlainStyle(piece)) return 'active-picture'
    }
  }
  if (open.length > 0 || roots === 0) return 'not-a-picture'
  return sides ? { type: 'svg', ...sides } : 'wrong-picture-size'
}

/** Null where one stands there twice, which XML forbids. */
function readAttributes(text: string): Map<string, string> | null {
  const values = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (values.has(name)) return null
    values.set(name, double ?? single ?? '')
  }
  return values
}

function draws(attributes: Map<string, string>): boolean {
  for (const [name, value] of attributes) {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase()
    if (local.startsWith('on') || local === 'base' || value.includes('&#')) return false
    if (local === 'href' && !value.startsWith('#')) return false
    if (name === 'xmlns' && value !== SVG) return false
    if (!isPlainStyle(value)) return false
  }
  return true
}

/** Nothing is imported, and nothing is written so that it hides. */
const isPlainStyle = (text: string): boolean =>
  !/[@\\]|expression|javascript:|data:/i.test(text) && !/url\(\s*["']?(?!\s*["']?#)/i.test(text)

function sidesOf(attributes: Map<string, string>): { width: number; height: number } | null {
  const box = attributes
    .get('viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const [width, height] =
    box?.length === 4 ? box.slice(2) : ['width', 'height'].map((it) => Number.parseFloat(attributes.get(it) ?? ''))
  if (!width || !height || width < 0 || height < 0 || !Number.isFinite(width * height)) return null
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
}
