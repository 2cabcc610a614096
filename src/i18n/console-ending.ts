import { en } from './en/console-ending.ts'
import { type EndingWords, fr } from './fr/console-ending.ts'
import type { Words } from './languages.ts'

export const endingWords: Words<EndingWords> = { fr, en }
