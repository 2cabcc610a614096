import { en } from './en/later.ts'
import { fr, type LaterWords } from './fr/later.ts'
import type { Words } from './languages.ts'

export const laterWords: Words<LaterWords> = { fr, en }
