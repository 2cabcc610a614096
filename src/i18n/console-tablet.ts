import { en } from './en/console-tablet.ts'
import { type ConsoleTabletWords, fr } from './fr/console-tablet.ts'
import type { Words } from './languages.ts'

export const consoleTabletWords: Words<ConsoleTabletWords> = { fr, en }
