import type { Reason } from '../../protocol/reasons.ts'
import { en } from './en/console-reasons.ts'
import { fr } from './fr/console-reasons.ts'
import type { Words } from './languages.ts'
import { reasonWords } from './reasons.ts'

/** All that a server may refuse with, in the console's words and the devices'. */
export const allReasonWords: Words<Record<Reason, string>> = {
  fr: { ...reasonWords.fr, ...fr },
  en: { ...reasonWords.en, ...en },
}
