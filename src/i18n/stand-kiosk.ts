import { en } from './en/stand-kiosk.ts'
import { fr, type StandKioskWords } from './fr/stand-kiosk.ts'
import type { Words } from './languages.ts'

export const standKioskWords: Words<StandKioskWords> = { fr, en }
