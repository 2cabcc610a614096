import type { Reason } from '../../protocol/reasons.ts'
import { en } from './en/reasons.ts'
import { fr } from './fr/reasons.ts'
import type { Words } from './languages.ts'

/** A sentence for every word the server may refuse with; a word without one does not compile. */
export const reasonWords: Words<Record<Reason, string>> = { fr, en }
