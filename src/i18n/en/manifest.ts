import type { ManifestWords } from '../fr/manifest.ts'

export const en: ManifestWords = {
  description: 'Read, sign and send petitions, even without a network.',
  sign: 'Sign',
  stand: 'Run a stand',
  home: 'The campaign’s stories',
  case: 'A story, and the place to sign it',
}
