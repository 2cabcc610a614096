import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// Keying in paper sheets, for the stand's team. "Signature" is one signer's row here, whatever the number of petitions.
const SMALL = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const digits = (n: number) => `${SMALL[n] ?? n} chiffre${n > 1 ? 's' : ''}`

export const fr = {
  title: 'Saisir une feuille papier',
  leave: 'Revenir au stand',

  sheet: {
    title: 'La feuille',
    text: 'Ce que vous dites ici vaut pour toutes ses lignes.',
    number: 'Numéro de la feuille',
    numberHint: 'Il est en haut, à droite.',
    petitions: 'Les pétitions de la feuille',
    language: 'Langue du texte imprimé',
    carries: 'La feuille a une case pour',
    news: 'les nouvelles par e-mail',
    calls: 'les appels et les messages',
    version: { sign: 'Texte de la signature', news: 'Texte des nouvelles', calls: 'Texte des appels' },
    versionHint: 'Son nom est imprimé à côté du texte.',
    begin: 'Commencer la saisie',
    change: 'Changer la feuille',
    next: 'Feuille suivante',
    missing: 'Écrivez le numéro de la feuille.',
    noPetition: 'Choisissez au moins une pétition.',
    again: {
      one: 'Une ligne de cette feuille est déjà saisie. La saisie continue à la ligne {next}.',
      other: '{n} lignes de cette feuille sont déjà saisies. La saisie continue à la ligne {next}.',
    } as Forms,
    earlier: {
      one: 'Une ligne d’une feuille de ce numéro a été saisie ici le {day}.',
      other: '{n} lignes d’une feuille de ce numéro ont été saisies ici, les dernières le {day}.',
    } as Forms,
    onward: 'C’est la même feuille : continuer à la ligne {next}',
    noneOpen: 'Aucune pétition ne peut être signée',
    noneOpenText: 'Gardez vos feuilles : elles se saisissent dès que la campagne est ouverte, ou à la coordination.',
  },

  row: {
    title: 'Feuille {sheet}, ligne {n}',
    only: 'Seulement les lignes signées à la main. Entrée garde la ligne.',
    lastName: 'Nom',
    firstName: 'Prénom',
    contact: 'Téléphone ou e-mail',
    contactHint: 'Rien ? Laissez vide, et écrivez la ville et le quartier.',
    town: 'Ville',
    quarter: 'Quartier',
    country: 'Pays',
    ticked: 'Cochés par la personne',
    news: 'Nouvelles',
    calls: 'Appels',
    slip: 'Code du reçu détachable',
    slipHint: 'S’il y en a un.',
    placeNotKept: 'Gardés seulement sans téléphone ni e-mail.',
    keep: 'Garder la ligne',
    keeping: 'On chiffre et on enregistre…',
    sending: 'On envoie…',
    leaveOut: 'Ne pas saisir cette ligne',
    kept: 'Ligne {n} gardée.',
    problems: { one: 'Il reste une chose à corriger.', other: 'Il reste {n} choses à corriger.' } as Forms,
    cleared: 'La ligne a été vidée : personne n’y a touché depuis dix minutes.',
  },

  problem: {
    lastName: 'Écrivez le nom.',
    firstName: 'Écrivez le prénom.',
    town: 'Écrivez la ville, ou un téléphone ou un e-mail.',
    quarter: 'Écrivez le quartier, ou un téléphone ou un e-mail.',
    noWay: 'Écrivez un téléphone ou un e-mail ; sinon, la ville et le quartier.',
    newsNeedEmail: 'Pour les nouvelles, il faut un e-mail. S’il n’y en a pas, décochez.',
    callsNeedPhone: 'Pour les appels, il faut un numéro. S’il n’y en a pas, décochez.',
    tooLong: 'C’est trop long : {n} caractères au plus.',
    notAnAddress: 'Une adresse s’écrit comme nom@exemple.org. Illisible ? Videz la case.',
    notANumber:
      'Ce n’est pas un numéro. D’un autre pays, commencez par + et l’indicatif. Illisible ? Videz la case, et écrivez la ville et le quartier.',
    digitsMissing: (n: number) => `Il manque ${digits(n)}.`,
    digitsTooMany: (n: number) => `Il y a ${digits(n)} de trop.`,
    notACode: 'Ce code a une faute. Comparez-le avec la souche.',
    otherCampaign: 'Ce reçu est celui d’une autre campagne. Laissez la case vide.',
    usedCode: 'Ce code est déjà celui d’une autre ligne. Un reçu n’est que pour une personne.',
    withdrawnCode: 'Ce code a déjà servi à un retrait. Laissez la case vide : ce reçu ne vaut plus rien.',
  },

  failed: {
    title: 'Cette ligne n’est pas encore gardée',
    'storage-offline':
      'La tablette ne peut pas la garder, et il n’y a pas de réseau pour l’envoyer. Elle reste ici, remplie.',
    'storage-online': 'La tablette ne peut pas la garder, et le serveur ne l’a pas prise. Elle reste ici, remplie.',
    refused: 'Le serveur ne l’a pas acceptée. Gardez la feuille et montrez-la à la coordination.',
    'wrong-key':
      'La clé de la campagne n’est pas celle que cette tablette connaît. Arrêtez la saisie et prévenez la coordination.',
    unknown: 'Quelque chose a échoué. La ligne reste ici, remplie : essayez encore.',
  },

  counts: {
    title: 'Le compte',
    sheet: {
      one: 'ligne de la feuille {sheet} gardée aujourd’hui',
      other: 'lignes de la feuille {sheet} gardées aujourd’hui',
    } as Forms,
    all: { one: 'ligne en tout', other: 'lignes en tout' } as Forms,
    sheets: { one: '{n} feuille', other: '{n} feuilles' } as Forms,
    withdrawn: { one: '{n} retirée', other: '{n} retirées' } as Forms,
  },
  last: {
    title: 'Dernières lignes',
    text: 'Une faute ? Retirez la ligne, puis saisissez-la de nouveau : elle garde son numéro.',
    ofBefore:
      'Une ligne sans « Retirer » a été gardée avant que cet écran soit rouvert. Pour la retirer, il faut le reçu de la personne, ou la coordination.',
    none: 'Aucune ligne n’est encore gardée.',
    row: 'Feuille {sheet}, ligne {n}',
    undo: 'Retirer',
    undoing: 'On la retire…',
    again: 'Saisir de nouveau',
    fate: {
      kept: 'gardée, scellée',
      undoing: 'on la retire…',
      failed: 'pas encore retirée : essayez encore',
      withdrawn: 'retirée',
    },
    doubt: 'Ce numéro ou cet e-mail a déjà signé ici aujourd’hui. La même personne ?',
    undone: 'Ligne {n} retirée. Vous pouvez la saisir de nouveau.',
    undoneSlip: 'Ligne {n} retirée, et son reçu avec elle : saisissez-la de nouveau sans code.',
  },

  leaving: {
    title: 'Cette ligne n’est pas gardée',
    text: 'Si vous partez, ce que vous avez écrit est effacé.',
    stay: 'Rester',
    leave: 'Partir sans elle',
  },
}

export type StandPaperWords = Spoken<typeof fr>
