import type { DeviceReason, Reason } from '../../protocol/reasons.ts'
import { en } from './en/reasons.ts'
import { fr } from './fr/reasons.ts'
import type { Words } from './languages.ts'

/** A sentence for every word that a device may be refused with; a word without one does not compile. The console's: console-reasons.ts. */
export const reasonWords: Words<Record<DeviceReason, string>> = { fr, en }

/** The sentence for a word, or for one that this app does not know. */
export const sentenceFor = (words: Record<DeviceReason, string>, reason: Reason): string =>
  Object.hasOwn(words, reason) ? words[reason as DeviceReason] : words['unknown-reason']
