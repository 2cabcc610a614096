import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// Where this device's envelopes are. What one person leaves in one go is one "envoi", whatever it signs (design §2).
export const fr = {
  /** First sentence: how many, and where. */
  waiting: {
    one: '{n} envoi chiffré attend dans cet appareil.',
    other: '{n} envois chiffrés attendent dans cet appareil.',
  } as Forms,
  arrived: { one: 'Votre envoi est arrivé.', other: 'Vos {n} envois sont arrivés.' } as Forms,
  allArrived: 'Tout est arrivé.',
  nothing: 'Rien n’attend dans cet appareil.',

  /** Beside a petition's count, which is the server's. */
  notSent: {
    one: '+ {n} signature sur cet appareil, pas encore envoyée',
    other: '+ {n} signatures sur cet appareil, pas encore envoyées',
  } as Forms,

  withdrawing: 'Un retrait attend le réseau. Il partira tout seul.',

  /** Second sentence: why, and what happens next. */
  sending: 'On envoie…',
  soon: 'Il part dans un instant.',
  soonAll: 'Ils partent dans un instant.',
  offline: 'Pas de réseau pour l’instant. L’envoi se fera tout seul.',
  why: {
    network: 'Le serveur ne répond pas.',
    timeout: 'Le réseau est trop lent pour l’instant.',
    server: 'Le serveur a un souci de son côté.',
    busy: 'Le serveur demande un peu de patience.',
    'not-our-answer': 'Ce réseau répond à la place de notre serveur. Un wifi demande peut-être de se connecter.',
    unanswered: 'Le serveur n’a pas encore répondu pour tous.',
  },
  nextTry: 'Nouvel essai dans {time}.',
  nextTrySoon: 'Nouvel essai dans un instant.',
  minutes: { one: '{n} minute', other: '{n} minutes' } as Forms,
  sendNow: 'Envoyer maintenant',
  /** Of a try that a person asked for. */
  tried: 'Essayé à {time}, sans succès.',
  contact: 'Dernière réponse du serveur : {when}.',
  noContact: 'Le serveur n’a encore rien confirmé à cet appareil.',

  refusedTitle: { one: '{n} envoi n’a pas été pris.', other: '{n} envois n’ont pas été pris.' } as Forms,
  refusedText: {
    one: 'Il reste ici, chiffré. Montrez cet écran à la coordination.',
    other: 'Ils restent ici, chiffrés. Montrez cet écran à la coordination.',
  } as Forms,
  refusedItem: 'N° {seq}',
  tryAgain: 'Essayer encore',

  storage: {
    'cannot-open':
      'Ce navigateur ne permet pas d’enregistrer. La cause est souvent une fenêtre privée, ou un appareil plein. Avec du réseau, on peut signer quand même.',
    quota:
      'La place réservée à cette page est pleine. Ce qui attend est gardé. Libérez un peu de place dans cet appareil.',
    'disk-full': 'La mémoire de cet appareil est pleine. Libérez un peu de place maintenant, puis rouvrez cette page.',
    'connection-lost': 'Le navigateur a fermé son espace de stockage. Rouvrez cette page.',
    blocked: 'Un autre onglet ouvert empêche la mise à jour. Fermez les autres onglets de Paraphe.',
    closing: 'Une version plus récente est ouverte. Rouvrez cette page.',
    'not-kept': 'L’enregistrement n’a pas tenu. Rien n’est perdu de ce qui était déjà là.',
  },
}

export type OutboxWords = Spoken<typeof fr>
