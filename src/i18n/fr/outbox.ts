import type { Forms } from '../counting.ts'

// Where this device's envelopes are. What one person leaves in one go is "a signature" here, as on the thank-you, though it may
// count for several petitions (design §2).
export const fr = {
  /** First sentence: how many, and where. */
  waiting: {
    one: '{n} signature attend dans ce téléphone.',
    other: '{n} signatures attendent dans ce téléphone.',
  } as Forms,
  arrived: { one: 'Votre signature est arrivée.', other: 'Vos {n} signatures sont arrivées.' } as Forms,
  allArrived: 'Tout est arrivé.',
  nothing: 'Rien n’attend dans ce téléphone.',

  /** Second sentence: why, and what happens next. */
  sending: 'On envoie…',
  soon: 'Elle part dans un instant.',
  soonAll: 'Elles partent dans un instant.',
  offline: 'Pas de réseau pour l’instant. L’envoi se fera tout seul.',
  why: {
    network: 'Le serveur ne répond pas.',
    timeout: 'Le réseau est trop lent pour l’instant.',
    server: 'Le serveur a un souci de son côté.',
    busy: 'Le serveur demande un peu de patience.',
    'not-our-answer': 'Ce réseau répond à la place de notre serveur. Un wifi demande peut-être de se connecter.',
    unanswered: 'Le serveur n’a pas encore répondu pour toutes.',
  },
  nextTry: 'Nouvel essai dans {time}.',
  nextTrySoon: 'Nouvel essai dans un instant.',
  minutes: { one: '{n} minute', other: '{n} minutes' } as Forms,
  sendNow: 'Envoyer maintenant',

  refusedTitle: { one: '{n} signature n’a pas été prise.', other: '{n} signatures n’ont pas été prises.' } as Forms,
  refusedText: {
    one: 'Elle reste ici, scellée. Montrez cet écran à la coordination.',
    other: 'Elles restent ici, scellées. Montrez cet écran à la coordination.',
  } as Forms,
  refusedItem: 'N° {seq}',
  tryAgain: 'Essayer encore',

  storage: {
    'cannot-open': 'Ce navigateur ne permet pas d’enregistrer. Une fenêtre privée en est souvent la cause.',
    quota:
      'La place réservée à cette page est pleine. Ce qui attend est gardé. Libérez un peu de place dans ce téléphone.',
    'disk-full': 'La mémoire de ce téléphone est pleine. Libérez un peu de place, puis rouvrez cette page.',
    'connection-lost': 'Le navigateur a fermé son espace de stockage. Rouvrez cette page.',
    blocked: 'Un autre onglet ouvert empêche la mise à jour. Fermez les autres onglets de Paraphe.',
    closing: 'Une version plus récente est ouverte. Rouvrez cette page.',
    'not-kept': 'L’enregistrement n’a pas tenu. Rien n’est perdu de ce qui était déjà là.',
  },
}

export type OutboxWords = typeof fr
