import { en } from './en/public.ts'
import { fr, type PublicWords } from './fr/public.ts'
import type { Words } from './languages.ts'

export const publicWords: Words<PublicWords> = { fr, en }
