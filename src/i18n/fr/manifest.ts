// What a phone shows when the app is installed, and under its icon.
import type { Spoken } from '../languages.ts'

export const fr = {
  description: 'Lire, signer et envoyer des pétitions, même sans réseau.',
  sign: 'Signer',
  stand: 'Tenir un stand',
  home: 'Les histoires de la campagne',
  case: 'Une histoire, et de quoi la signer',
}

export type ManifestWords = Spoken<typeof fr>
