// The signature's form and what follows it.
import type { Spoken } from '../languages.ts'

const SMALL = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const digits = (n: number) => `${SMALL[n] ?? n} chiffre${n > 1 ? 's' : ''}`

export const fr = {
  petitions: 'Je signe pour',
  firstName: 'Prénom',
  lastName: 'Nom',
  way: 'Comment vous reconnaître, si besoin ?',
  ways: { phone: 'Téléphone', email: 'E-mail', place: 'Quartier' },
  phone: 'Numéro de téléphone',
  phoneHint: 'Par exemple {example}. Depuis un autre pays, commencez par +.',
  email: 'Adresse e-mail',
  town: 'Ville ou village',
  quarter: 'Quartier',
  country: 'Pays',
  changeCountry: 'Changer',
  countryIs: 'Pays : {country}',
  all: 'Tout savoir sur vos données',

  submit: { one: 'Signer la pétition', other: 'Signer {n} pétitions' },
  submitNone: 'Signer',
  lock: 'Chiffré avant d’être enregistré',
  sealing: 'On chiffre et on enregistre…',
  sending: 'On envoie…',
  problems: { one: 'Il reste une chose à corriger.', other: 'Il reste {n} choses à corriger.' },

  problem: {
    firstName: 'Écrivez votre prénom.',
    lastName: 'Écrivez votre nom.',
    phone: 'Écrivez votre numéro, ou choisissez une autre façon.',
    email: 'Écrivez votre adresse e-mail, ou choisissez une autre façon.',
    emailForNews: 'Pour recevoir des nouvelles, écrivez votre adresse e-mail.',
    phoneForCalls: 'Pour être appelé ou recevoir un message, écrivez votre numéro.',
    town: 'Écrivez votre ville ou votre village.',
    quarter: 'Écrivez votre quartier.',
    sign: 'Cochez cette case si vous êtes d’accord : sans elle, nous ne pouvons pas prendre votre signature.',
    petitions: 'Choisissez au moins une pétition.',
    tooManyPetitions: '{n} pétitions au plus à la fois.',
    tooLong: 'C’est trop long : {n} caractères au plus.',
    notAnAddress: 'Une adresse s’écrit comme nom@exemple.org.',
    notANumber: 'Ce n’est pas un numéro. Depuis un autre pays, commencez par + et l’indicatif.',
    digitsMissing: (n: number) => `Il manque ${digits(n)}.`,
    digitsTooMany: (n: number) => `Il y a ${digits(n)} de trop.`,
  },

  failed: {
    title: 'Votre signature n’est pas encore enregistrée',
    storageOffline:
      'Ce téléphone ne peut pas la garder, et il n’y a pas de réseau pour l’envoyer. Vos réponses restent ici : réessayez avec du réseau, ou signez sur papier auprès d’un stand.',
    storageOnline:
      'Ce téléphone ne peut pas la garder, et le serveur n’a pas pu la prendre non plus. Vos réponses restent ici : réessayez dans un moment.',
    refused: 'Le serveur ne l’a pas acceptée. Rechargez la page, puis réessayez.',
    loading:
      'Une partie de l’application manque encore. Vos réponses restent ici : vérifiez le réseau, puis réessayez.',
    unknown: 'Quelque chose a échoué dans ce navigateur. Vos réponses restent ici : réessayez.',
  },
  wrongKey: {
    title: 'Nous préférons ne pas prendre votre signature',
    text: 'La clé qui devait la protéger n’est pas celle que ce téléphone connaît. Rien n’a été enregistré ni envoyé. Prévenez la coordination.',
  },

  thanks: 'Merci, {name}.',
  keptHere: {
    one: 'Votre signature est enregistrée dans ce téléphone. Elle part dès qu’il y a du réseau.',
    other: 'Vos {n} signatures sont enregistrées dans ce téléphone. Elles partent dès qu’il y a du réseau.',
  },
  arrived: {
    one: 'Votre signature est arrivée au serveur de la campagne. Elle y reste chiffrée.',
    other: 'Vos {n} signatures sont arrivées au serveur de la campagne. Elles y restent chiffrées.',
  },
  receipt: 'Votre reçu',
  receiptText: 'Pour retirer votre signature, quand vous voulez.',
  receiptQr: 'Code QR qui ouvre la page de retrait avec votre code',
  done: 'Terminé',
}

export type FormWords = Spoken<typeof fr>
