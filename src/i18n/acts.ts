import { en } from './en/acts.ts'
import { type ActWords, fr } from './fr/acts.ts'
import type { Words } from './languages.ts'

export const actWords: Words<ActWords> = { fr, en }
