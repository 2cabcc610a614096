import * as z from 'zod/mini'
import { Language } from './act.ts'

/** A text in one or more languages, by language code. Blank lines part paragraphs. */
export const LocalText = z.record(Language, z.string())

export type LocalText = z.infer<typeof LocalText>

/** The text in `language`, or else in the first language it has; empty where it has none. */
export const inLanguage = (text: LocalText, language: string): string => text[language] ?? Object.values(text)[0] ?? ''
