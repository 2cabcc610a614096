import { en } from './en/install.ts'
import { fr, type InstallWords } from './fr/install.ts'
import type { Words } from './languages.ts'

export const installWords: Words<InstallWords> = { fr, en }
