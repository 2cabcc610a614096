import { en } from './en/console-team.ts'
import { fr, type TeamWords } from './fr/console-team.ts'
import type { Words } from './languages.ts'

export const teamWords: Words<TeamWords> = { fr, en }
