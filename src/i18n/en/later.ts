import type { LaterWords } from '../fr/later.ts'

export const en: LaterWords = {
  further: 'Go further',
  letter: 'Write a letter for {who}',
  join: 'Join us',

  install: 'Paraphe on your home screen',
  installText: 'It opens like an app, even without a network.',
  installNow: 'Install',
  installApple: 'In Safari, tap Share, then “Add to Home Screen”.',
  notNow: 'No, thank you',
}
