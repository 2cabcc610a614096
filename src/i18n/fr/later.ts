// After a thank-you, what leads further: letters, joining, installing.
export const fr = {
  further: 'Aller plus loin',
  letter: 'Écrire une lettre pour {who}',
  join: 'Nous rejoindre',

  install: 'Paraphe sur votre écran d’accueil',
  installText: 'Il s’ouvre comme une application, même sans réseau.',
  installNow: 'Installer',
  installApple: 'Dans Safari, touchez Partager, puis « Sur l’écran d’accueil ».',
  notNow: 'Non merci',
}

export type LaterWords = typeof fr
