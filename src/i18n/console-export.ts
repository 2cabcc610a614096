import { en } from './en/console-export.ts'
import { type ConsoleExportWords, fr } from './fr/console-export.ts'
import type { Words } from './languages.ts'

export const consoleExportWords: Words<ConsoleExportWords> = { fr, en }
