import { createHash } from 'node:crypto'
import type { Theme } from '../protocol/theme.ts'
import { themeRules } from '../protocol/theme-rules.ts'

export interface ThemeStyles {
  css: string
  /** Its address holds its hash. */
  path: string
}

/** A campaign's look as a stylesheet of its own; null where it has none. */
export function themeStyles(theme: Theme | undefined): ThemeStyles | null {
  const css = themeRules(theme)
  if (css === '') return null
  const hash = createHash('sha256').update(css).digest().subarray(0, 16).toString('base64url')
  return { css: `${css}\n`, path: `/theme-${hash}.css` }
}
