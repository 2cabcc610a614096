import { en } from './en/thanks.ts'
import { fr, type ThanksWords } from './fr/thanks.ts'
import type { Words } from './languages.ts'

export const thanksWords: Words<ThanksWords> = { fr, en }
