import type { InstallWords } from '../fr/install.ts'

export const en: InstallWords = {
  install: 'Paraphe on your home screen',
  installText: 'It opens like an app, even without a network.',
  installNow: 'Install',
  installApple: 'In Safari, tap Share, then “Add to Home Screen”.',
  notNow: 'No, thank you',
}
