import { en } from './en/over.ts'
import { fr, type OverWords } from './fr/over.ts'
import type { Words } from './languages.ts'

export const overWords: Words<OverWords> = { fr, en }
