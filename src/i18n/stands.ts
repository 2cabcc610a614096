import { en } from './en/stands.ts'
import { fr, type StandWords } from './fr/stands.ts'
import type { Words } from './languages.ts'

export const standWords: Words<StandWords> = { fr, en }
