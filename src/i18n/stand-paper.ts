import { en } from './en/stand-paper.ts'
import { fr, type StandPaperWords } from './fr/stand-paper.ts'
import type { Words } from './languages.ts'

export const standPaperWords: Words<StandPaperWords> = { fr, en }
