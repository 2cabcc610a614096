import { en } from './en/nowhere.ts'
import { fr, type NowhereWords } from './fr/nowhere.ts'
import type { Words } from './languages.ts'

export const nowhereWords: Words<NowhereWords> = { fr, en }
