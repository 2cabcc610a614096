import { en } from './en/console-overview.ts'
import { type ConsoleOverviewWords, fr } from './fr/console-overview.ts'
import type { Words } from './languages.ts'

export const consoleOverviewWords: Words<ConsoleOverviewWords> = { fr, en }
