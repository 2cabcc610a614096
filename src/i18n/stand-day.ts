import { en } from './en/stand-day.ts'
import { fr, type StandDayWords } from './fr/stand-day.ts'
import type { Words } from './languages.ts'

export const standDayWords: Words<StandDayWords> = { fr, en }
