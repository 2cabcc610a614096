import { en } from './en/print.ts'
import { fr, type PrintWords } from './fr/print.ts'
import type { Words } from './languages.ts'

export const printWords: Words<PrintWords> = { fr, en }
