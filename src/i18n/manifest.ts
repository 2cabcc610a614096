import { en } from './en/manifest.ts'
import { fr, type ManifestWords } from './fr/manifest.ts'
import type { Words } from './languages.ts'

/** Only the server says these. */
export const manifestWords: Words<ManifestWords> = { fr, en }
