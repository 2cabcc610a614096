import { en } from './en/form.ts'
import { type FormWords, fr } from './fr/form.ts'
import type { Words } from './languages.ts'

export const formWords: Words<FormWords> = { fr, en }
