import { fr, type PublicWords } from './fr/public.ts'
import type { Words } from './languages.ts'

/** Other languages come with their chapter (chapters.ts); until then their pages would speak the first one. */
export const publicWords: Words<PublicWords> = { fr, en: fr }
