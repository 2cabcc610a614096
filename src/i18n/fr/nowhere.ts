// Where there is no page, or it did not come.
import type { Spoken } from '../languages.ts'

export const fr = {
  noCampaign: {
    title: 'Aucune campagne pour le moment',
    text: 'Il n’y a rien à signer aujourd’hui. Revenez bientôt.',
  },
  notFoundText: 'Le lien est peut-être incomplet, ou la pétition n’est pas encore publiée.',
  home: 'Aller à l’accueil',
  offline: 'Vous êtes hors ligne',
  offlineText:
    'Cette page n’a pas encore été lue sur cet appareil. Ouvrez-la une fois avec du réseau ; ensuite elle s’ouvre aussi sans réseau.',
  notSecure: 'On ne peut pas signer à une adresse en http : un navigateur ne chiffre qu’en https.',
  failed: 'La campagne n’a pas pu être chargée',
  failedText: 'Le serveur n’a pas répondu comme il faut. Réessayez dans un moment.',
}

export type NowhereWords = Spoken<typeof fr>
