import * as z from 'zod/mini'
import { Language } from './act.ts'

/** A text in one or more languages, by language code. Blank lines part paragraphs. */
export const LocalText = z.record(Language, z.string())

export type LocalText = z.infer<typeof LocalText>
