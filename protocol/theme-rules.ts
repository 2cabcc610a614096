import { lowContrasts, tokensOf } from './contrast.ts'
import { LOGO_PLATE, picturePath } from './picture-path.ts'
import type { Theme } from './theme.ts'

/**
 * A campaign's look as rules of CSS, which win over tokens.css by coming after it; '' where it has none. The server sends them as a
 * stylesheet, and the editor's preview wears them.
 */
export const themeRules = (theme: Theme | undefined): string => [...coloursOf(theme), ...logoOf(theme)].join('\n')

function coloursOf(theme: Theme | undefined): string[] {
  const colours = theme?.colours
  // A draft may hold such colours, and so may a database; nobody reads a page in them.
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

const PLATE = `.mark:not(.large) { background-color: ${LOGO_PLATE}; box-shadow: 0 0 0 5px ${LOGO_PLATE}; }`

/** In place of the small mark, wherever that stands; the large one stays the paraphe that draws itself. */
function logoOf(theme: Theme | undefined): string[] {
  const logo = theme?.logo
  if (!logo) return []
  const { picture, type, width, height } = logo
  return [
    `.mark:not(.large) { inline-size: auto; block-size: 30px; max-inline-size: 9rem; aspect-ratio: ${width} / ${height};`,
    // Room for the plate, also where there is none: light and dark pages stand alike.
    '  margin-inline-end: 5px;',
    `  background: url("${picturePath(picture, type)}") center / contain no-repeat; print-color-adjust: exact; }`,
    '.mark:not(.large) path { display: none; }',
    // Most logos are dark letters without a ground of their own. The plate is a shadow, so that nothing moves for it.
    `.dark ${PLATE}`,
    `@media (prefers-color-scheme: dark) { ${PLATE} }`,
  ]
}
