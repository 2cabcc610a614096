// Quarantine: what arrived and does not count until a coordinator decides.
export const fr = {
  title: 'Quarantaine',
  lead: 'Ce qui attend ici est arrivé, scellé, et ne compte pas encore ; qui l’a envoyé n’en voit rien. Comptez-le ou écartez-le : chaque choix peut être repris jusqu’à la destruction des données.',
  empty: 'Rien n’attend en quarantaine.',
  back: 'Stands et tablettes',
  link: { one: 'Quarantaine : {n} enveloppe attend', other: 'Quarantaine : {n} enveloppes attendent' },
  linkEmpty: 'Quarantaine',
  tablet: 'Tablette nº {id}',
  known: 'Tablette {n}, {stand}',
  revoked: 'Elle a été révoquée le {when}.',
  phones: 'Téléphones, le {day}',
  since: 'Depuis le {from}',
  period: 'Du {from} au {to}',
  why: {
    'unknown-device': 'Personne ne l’a inscrite, ou elle a été révoquée.',
    'many-at-once':
      'Plus de 40 enveloppes dans un seul envoi. Un programme, peut-être ; ou un fichier de remise apporté par un téléphone.',
    'counts-disagree':
      'Ce qui est arrivé ne s’accorde pas avec les comptes envoyés : notre application ne parle pas ainsi.',
    flood:
      'Plus de 3 000 enveloppes en une heure depuis une même adresse. Une ville entière peut la partager : regardez avant d’écarter.',
  },
  waiting: { one: '{n} attend', other: '{n} attendent' },
  discarded: { one: '{n} écartée', other: '{n} écartées' },
  released: { one: '{n} comptée', other: '{n} comptées' },
  act: { release: 'Compter', discard: 'Écarter', restore: 'Reprendre les écartées', hold: 'Ne plus compter' },
  sure: {
    release: { one: 'Compter {n} enveloppe ?', other: 'Compter {n} enveloppes ?' },
    discard: { one: 'Écarter {n} enveloppe ?', other: 'Écarter {n} enveloppes ?' },
  },
  effect: {
    release: 'Elles compteront dès maintenant, comme si elles arrivaient à l’instant.',
    discard:
      'Elles restent sur le serveur, scellées, et ne comptent pas, même envoyées à nouveau. Vous pourrez les reprendre.',
  },
  no: 'Ne rien changer',
  busy: 'On enregistre…',
  done: {
    release: { one: '{n} enveloppe compte désormais.', other: '{n} enveloppes comptent désormais.' },
    discard: { one: '{n} enveloppe est écartée.', other: '{n} enveloppes sont écartées.' },
    restore: { one: '{n} enveloppe attend de nouveau.', other: '{n} enveloppes attendent de nouveau.' },
    hold: { one: '{n} enveloppe ne compte plus et attend.', other: '{n} enveloppes ne comptent plus et attendent.' },
  },
  undo: 'Annuler',
  copies: {
    one: '{n} enveloppe a le numéro d’une autre et un autre contenu.',
    other: '{n} enveloppes ont le numéro d’une autre et un autre contenu.',
  },
  copiesWhy:
    'Quelqu’un a corrigé une signature dont la réponse s’était perdue, ou un appareil a été copié. La première compte ; l’autre est gardée, scellée, et ne compte jamais.',
}

export type QuarantineWords = typeof fr
