// What follows the thank-you.
export const fr = {
  partlyArrived: {
    one: 'Votre signature attend dans ce téléphone. Elle part dès qu’il y a du réseau.',
    other:
      'Une partie de vos {n} signatures est arrivée au serveur de la campagne ; les autres attendent dans ce téléphone.',
  },
  notTaken: 'Le serveur n’a pas pris votre signature. Elle reste dans ce téléphone ; prévenez la coordination.',

  save: 'Enregistrer le reçu',
  saving: 'L’image arrive…',
  saved: 'Reçu enregistré',
  notSaved: 'L’image n’a pas pu être faite. Copiez le code, ou notez-le.',
  print: 'Imprimer',
  copy: 'Copier le code',
  copied: 'Code copié',
  ask: 'Votre reçu n’est gardé nulle part',
  askText: 'Sans son code, vous ne pourrez plus retirer vous-même ce que vous avez fait ici.',

  // the picture and the sheet
  picture: 'Reçu',
  pictureText: 'Avec ce code, vous retirez quand vous voulez ce que vous avez confié à cette campagne :',
  pictureKeep: 'Qui a ce code peut le faire à votre place. Gardez-le pour vous.',
  fileName: 'recu-paraphe',

  remaining: { one: 'Une autre pétition attend votre nom', other: '{n} autres pétitions attendent votre nom' },
  remainingText: 'Mêmes réponses, même reçu.',
  sign: { one: 'Signer aussi celle-ci', other: 'Signer aussi les {n}' },

  next: 'Aller plus loin',

  spread: 'Faites passer le mot',
  whatsApp: 'WhatsApp',
  share: 'Partager',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  shareText: 'J’ai signé pour {who}. Une minute suffit, même sans réseau :',
}

export type ThanksWords = typeof fr
