import { type FormWords, fr } from './fr/form.ts'
import type { Words } from './languages.ts'

/** Other languages come with their chapter (chapters.ts); until then their pages would speak the first one. */
export const formWords: Words<FormWords> = { fr, en: fr }
