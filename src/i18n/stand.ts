import { en } from './en/stand.ts'
import { fr, type StandWords } from './fr/stand.ts'
import type { Words } from './languages.ts'

export const standWords: Words<StandWords> = { fr, en }
