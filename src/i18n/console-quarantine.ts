import { en } from './en/console-quarantine.ts'
import { fr, type QuarantineWords } from './fr/console-quarantine.ts'
import type { Words } from './languages.ts'

export const quarantineWords: Words<QuarantineWords> = { fr, en }
