import { createHash } from 'node:crypto'
import { lowContrasts, tokensOf } from '../protocol/contrast.ts'
import { picturePath } from '../protocol/picture-path.ts'
import type { Theme } from '../protocol/theme.ts'

export interface ThemeStyles {
  css: string
  /** Its address holds its hash. */
  path: string
}

/** A campaign's look as a stylesheet of its own, which wins over tokens.css by coming after it; null where it has none. */
export function themeStyles(theme: Theme | undefined): ThemeStyles | null {
  const css = [...coloursOf(theme), ...logoOf(theme)].join('\n')
  if (css === '') return null
  const hash = createHash('sha256').update(css).digest().subarray(0, 16).toString('base64url')
  return { css: `${css}\n`, path: `/theme-${hash}.css` }
}

function coloursOf(theme: Theme | undefined): string[] {
  const colours = theme?.colours
  // Whoever took the campaign in has refused such colours; a database may hold what nobody did.
  if (!colours || lowContrasts(colours).length > 0) return []
  const block = (scheme: 'light' | 'dark') =>
    Object.entries(tokensOf(colours, scheme))
      .map(([name, value]) => `${name}: ${value};`)
      .join(' ')
  return [
    `:root { ${block('light')} }`,
    `.dark { ${block('dark')} }`,
    `@media (prefers-color-scheme: dark) { :root { ${block('dark')} } }`,
  ]
}

/** In place of the small mark, wherever that stands; the large one stays the paraphe that draws itself. */
function logoOf(theme: Theme | undefined): string[] {
  const logo = theme?.logo
  if (!logo) return []
  const { picture, type, width, height } = logo
  return [
    `.mark:not(.large) { inline-size: auto; block-size: 30px; max-inline-size: 9rem; aspect-ratio: ${width} / ${height};`,
    `  background: url("${picturePath(picture, type)}") center / contain no-repeat; print-color-adjust: exact; }`,
    '.mark:not(.large) path { display: none; }',
  ]
}
