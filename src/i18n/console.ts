import { en } from './en/console.ts'
import { type ConsoleWords, fr } from './fr/console.ts'
import type { Words } from './languages.ts'

export const consoleWords: Words<ConsoleWords> = { fr, en }
