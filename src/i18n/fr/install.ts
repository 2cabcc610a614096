// After a thank-you, installing.
export const fr = {
  install: 'Paraphe sur votre écran d’accueil',
  installText: 'Il s’ouvre comme une application, même sans réseau.',
  installNow: 'Installer',
  installApple: 'Dans Safari, touchez Partager, puis « Sur l’écran d’accueil ».',
  notNow: 'Non merci',
}

export type InstallWords = typeof fr
