import { en } from './en/no-script.ts'
import { fr, type NoScriptWords } from './fr/no-script.ts'
import type { Words } from './languages.ts'

export const noScriptWords: Words<NoScriptWords> = { fr, en }
