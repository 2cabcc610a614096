// What anyone reads: home, cases, the frame around them.
import type { Spoken } from '../languages.ts'

export const fr = {
  name: 'Paraphe',
  skip: 'Aller au contenu',

  // home
  signCount: { one: 'Signer la pétition', other: 'Signer les {n} pétitions' },
  cases: 'Leurs histoires',
  received: { one: 'signature reçue', other: 'signatures reçues' },
  nextGoal: 'prochain cap {n}',
  noneYet: 'Soyez parmi les premières personnes à signer.',
  victories: 'Nos victoires',
  community: 'Qui nous sommes',
  protects: 'Comment Paraphe vous protège',
  protections: [
    {
      title: 'Chiffrée tout de suite',
      text: 'Votre signature est mise sous clé dans votre téléphone, avant d’être enregistrée. Seule la coordination peut l’ouvrir.',
    },
    {
      title: 'Même sans réseau',
      text: 'Elle attend dans votre téléphone et part toute seule dès que le réseau revient.',
    },
    {
      title: 'Elle reste à vous',
      text: 'Votre reçu porte un code. Avec lui, vous retirez votre signature quand vous voulez, sans rien expliquer.',
    },
  ],
  withdraw: 'Retirer ma signature',
  free: 'Paraphe est un logiciel libre. Aucun pisteur, aucun tiers.',

  // states of a campaign
  notYet: {
    title: 'Les signatures ouvrent bientôt',
    text: 'La coordination prépare la clé qui protégera votre signature. Lisez déjà les histoires, et revenez dans quelques jours.',
  },
  nothingOpen: {
    title: 'Aucune pétition n’est ouverte en ce moment',
    text: 'Merci à toutes les personnes qui ont signé. Les nouvelles de chaque cas restent ici.',
  },

  // a case
  states: { closed: 'Fermée', delivered: 'Remise', won: 'Bonne nouvelle' },
  situation: 'situation en {month}',
  problem: 'Quel est le problème ?',
  whatYouCanDo: 'Ce que vous pouvez faire',
  weAsk: 'Ce que nous demandons',
  addressedTo: 'Adressée à : {who}',
  shareCase: 'Partager par WhatsApp',
  updates: 'Nouvelles',
  sign: 'Signer la pétition',

  // the form's place
  yourSignature: 'Votre signature',
  formComes: 'Le formulaire arrive…',
  formFailed: 'Le formulaire n’a pas pu être chargé. Vérifiez le réseau, puis réessayez.',
  tryAgain: 'Réessayer',

  // what this device holds
  outboxTitle: 'Envois de cet appareil',

  // what can be done beside signing
  acts: { letter: 'Écrire une lettre', join: 'Nous rejoindre', contact: 'Nous écrire' },

  // not found, loading, offline
  notFound: 'Cette page n’existe pas',
  loading: 'La campagne arrive…',
  offline: 'Hors ligne · ça marche',

  // the app itself
  held: 'Ce que cet appareil garde',
  newVersion: 'Une nouvelle version est prête.',
  useNewVersion: 'Mettre à jour',
}

export type PublicWords = Spoken<typeof fr>
