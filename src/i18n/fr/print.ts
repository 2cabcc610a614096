// Two papers, and the screen that prints them. The papers speak the language that was chosen for them, not the screen's.
import type { Spoken } from '../languages.ts'

export const fr = {
  desk: {
    title: 'Imprimer pour le stand',
    language: 'Langue du papier',
    sheets: 'Feuilles de signatures',
    sheetsText: 'Une feuille A4 par page, treize lignes. Après le stand, on les saisit ici.',
    petitions: 'Les pétitions de la feuille',
    boxes: 'Cases à côté de la signature',
    news: 'Nouvelles par e-mail',
    calls: 'Appels et messages',
    howMany: 'Combien de feuilles ?',
    firstNumber: 'Numéro de la première',
    firstNumberHint: 'Les suivantes se comptent toutes seules. Vide : la place reste libre pour l’écrire à la main.',
    slips: 'Reçus à détacher',
    slipsText:
      'Pour les personnes sans téléphone : un code pour retirer leur signature. La souche reste à la feuille, le reçu part avec la personne.',
    pages: 'Combien de pages, de six reçus ?',
    once: 'Chaque impression fait de nouveaux codes, gardés nulle part. Ne photocopiez pas ces pages : un code est pour une seule personne.',
    print: 'Imprimer',
    noPetition: 'Choisissez au moins une pétition.',
    notANumber: 'Un nombre de 1 à {most}.',
    noPrinter: 'Ce navigateur ne sait pas imprimer. Ouvrez cette page sur un ordinateur.',
    failed: 'La page n’a pas pu être préparée. Essayez encore.',
  },

  sheet: {
    title: 'Feuille de signatures',
    stand: 'Stand',
    number: 'Feuille n°',
    for: 'Nous demandons',
    to: 'à : {addressee}',
    version: 'texte {id}',
    lastName: 'Nom',
    firstName: 'Prénom',
    contact: 'Téléphone ou e-mail',
    place: 'Ville et quartier, sans téléphone ni e-mail',
    news: 'Nouvelles',
    calls: 'Appels',
    signature: 'Signature',
    tickNews: 'Case « Nouvelles »',
    tickCalls: 'Case « Appels »',
    withdraw: 'Pour retirer votre signature : demandez un reçu au stand, puis {address}.',
  },

  slip: {
    title: 'Votre reçu',
    what: 'Pour retirer votre signature, quand vous voulez. Gardez ce papier : ce code est le vôtre, à personne d’autre.',
    how: 'Ouvrez {address} et tapez le code, ou montrez ce carré à un téléphone. Sans téléphone, rapportez ce papier à un stand.',
    valid: 'Valable une fois votre ligne saisie.',
    stub: 'Souche, pour le stand',
    sheet: 'Feuille',
    row: 'Ligne',
    destroy: 'À détruire après la saisie.',
    qr: 'Code QR de la page de retrait',
  },
}

export type PrintWords = Spoken<typeof fr>
