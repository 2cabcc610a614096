import { en } from './en/console-editor.ts'
import { type EditorWords, fr } from './fr/console-editor.ts'
import type { Words } from './languages.ts'

export const editorWords: Words<EditorWords> = { fr, en }
