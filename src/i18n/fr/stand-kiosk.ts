import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// What a passer-by reads on a stand's tablet. Short: it is read standing, in the sun, by somebody who did not plan to.
export const fr = {
  lead: 'Lisez, choisissez, signez. Une minute suffit, sans e-mail et sans réseau.',
  begin: 'Toucher pour signer',
  signFor: 'Signer pour {who}',
  received: { one: '{n} signature reçue', other: '{n} signatures reçues' } as Forms,
  waiting: { one: '{n} personne de plus attend ici', other: '{n} personnes de plus attendent ici' } as Forms,
  firstOne: 'Soyez la première personne à signer ici.',
  nothingOpen: 'Rien à signer à ce stand pour l’instant.',
  languages: 'Langue',
  leave: 'Pour l’équipe : toucher cinq fois, ou appuyer deux secondes, pour quitter',
  covered: 'Toucher pour reprendre',

  step: 'Étape {n} sur {all}',
  next: 'Continuer',
  back: 'Retour',
  clear: 'Tout effacer',

  casesTitle: 'Pour qui signez-vous ?',
  casesHint: 'Touchez une image pour choisir ou pour retirer.',
  read: 'Lire',
  namesTitle: 'Comment vous appelez-vous ?',
  namesHint: 'Comme sur une feuille de pétition.',
  contactTitle: 'Comment vous reconnaître ?',
  contactHint: 'Pour ne vous compter qu’une fois. Une seule façon suffit.',
  ways: 'Par',
  consentsTitle: 'Êtes-vous d’accord ?',
  consentsHint: 'Seule la première case est nécessaire.',
  drawTitle: 'Signez du doigt',
  drawHint: 'Dans le cadre, comme sur du papier.',

  pad: 'Cadre pour dessiner votre signature',
  padEmpty: 'Le cadre est vide.',
  strokes: { one: '{n} trait dans le cadre.', other: '{n} traits dans le cadre.' } as Forms,
  undo: 'Annuler un trait',
  wipe: 'Vider le cadre',
  undrawn: 'Signer sans dessiner',
  drawOrNot: 'Dessinez votre signature dans le cadre, ou touchez « Signer sans dessiner ».',

  slipOffer: 'Pas de téléphone ? Prendre un reçu papier',
  slipTaken: 'Reçu papier qui finit par {end}',
  slipDrop: 'Ne pas l’utiliser',
  slipTitle: 'Votre reçu papier',
  slipHint: 'L’équipe vous en donne un. Montrez-le à la caméra, ou écrivez son code.',
  slipCode: 'Code du reçu',
  slipUse: 'Utiliser ce reçu',
  scan: 'Ouvrir la caméra',
  scanStop: 'Fermer la caméra',
  scanning: 'Tenez le code QR devant la caméra.',
  slipProblem: {
    'not-a-code': 'Ce n’est pas le code d’un reçu. Il a 27 lettres et chiffres : regardez-les encore une fois.',
    'other-campaign': 'Ce reçu est celui d’une autre campagne. Demandez-en un autre à l’équipe.',
    used: 'Ce reçu a déjà servi sur cette tablette. Demandez-en un autre à l’équipe.',
    camera: 'La caméra n’est pas disponible. Écrivez le code à la place.',
  },

  stillThere: 'Vous êtes toujours là ?',
  stillThereText: 'Sinon, tout ce que vous avez écrit s’efface dans {n} s.',
  stay: 'Oui, je continue',

  failed: {
    storageOffline:
      'Cette tablette ne peut pas la garder, et il n’y a pas de réseau pour l’envoyer. Vos réponses sont toujours là : montrez cet écran à l’équipe, ou signez sur une feuille de papier.',
    storageOnline:
      'Cette tablette ne peut pas la garder, et le serveur n’a pas pu la prendre non plus. Vos réponses sont toujours là : réessayez, ou montrez cet écran à l’équipe.',
    refused: 'Le serveur ne l’a pas acceptée. Montrez cet écran à l’équipe.',
    unknown: 'Quelque chose a échoué dans cette tablette. Vos réponses sont toujours là : réessayez.',
  },
  tryAgain: 'Réessayer',

  stopped: 'Cette tablette ne prend plus de signatures pour l’instant',
  stoppedText: 'Ce qu’elle garde déjà reste scellé. Prenez une autre tablette ou les feuilles de papier.',
  revoked: 'La coordination a retiré cette tablette. Prenez-en une autre, ou les feuilles de papier.',
  wrongKey:
    'La clé de la campagne n’est pas celle que cette tablette connaît. Ne recueillez rien ici et prévenez la coordination.',
  checkAgain: 'Vérifier maintenant',
  checking: 'On vérifie…',
  stillStopped: 'Toujours pas.',

  keptHere: {
    one: 'Votre signature est enregistrée dans cette tablette, scellée. Elle part dès qu’il y a du réseau.',
    other: 'Vos {n} signatures sont enregistrées dans cette tablette, scellées. Elles partent dès qu’il y a du réseau.',
  } as Forms,
  receiptText: 'Prenez-le en photo : il permet de retirer votre signature, quand vous voulez.',
  paperReceipt: 'Gardez votre reçu papier',
  paperReceiptText: 'Celui qui finit par {end}. Il permet de retirer votre signature, quand vous voulez.',
  clearsIn: 'Cet écran s’efface dans {n} s',
}

export type StandKioskWords = Spoken<typeof fr>
