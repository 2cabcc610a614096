import type { FormWords } from '../fr/form.ts'

const SMALL = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const digits = (n: number) => `${SMALL[n] ?? n} digit${n === 1 ? '' : 's'}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const en: FormWords = {
  petitions: 'I sign for',
  firstName: 'First name',
  lastName: 'Last name',
  way: 'How can we recognise you, if needed?',
  ways: { phone: 'Phone', email: 'E-mail', place: 'Quarter' },
  phone: 'Phone number',
  phoneHint: 'For example {example}. From another country, begin with +.',
  email: 'E-mail address',
  town: 'Town or village',
  quarter: 'Quarter',
  country: 'Country',
  changeCountry: 'Change',
  countryIs: 'Country: {country}',
  all: 'All about your data',

  submit: { one: 'Sign the petition', other: 'Sign {n} petitions' },
  submitNone: 'Sign',
  lock: 'Encrypted before it is saved',
  sealing: 'Encrypting and saving…',
  sending: 'Sending…',
  problems: { one: 'One thing is left to correct.', other: '{n} things are left to correct.' },

  problem: {
    firstName: 'Write your first name.',
    lastName: 'Write your last name.',
    phone: 'Write your number, or choose another way.',
    email: 'Write your e-mail address, or choose another way.',
    emailForNews: 'To get news, write your e-mail address.',
    phoneForCalls: 'To be called or get a message, write your number.',
    town: 'Write your town or village.',
    quarter: 'Write your quarter.',
    sign: 'Tick this box if you agree: without it we cannot take your signature.',
    petitions: 'Choose at least one petition.',
    tooManyPetitions: '{n} petitions at most in one go.',
    tooLong: 'That is too long: {n} characters at most.',
    notAnAddress: 'An address is written like name@example.org.',
    notANumber: 'This is not a number. From another country, begin with + and its code.',
    digitsMissing: (n) => `${capital(digits(n))} ${n === 1 ? 'is' : 'are'} missing.`,
    digitsTooMany: (n) => `${capital(digits(n))} too many.`,
  },

  failed: {
    title: 'Your signature is not saved yet',
    storageOffline:
      'This phone cannot keep it, and there is no network to send it. Your answers stay here: try again with a network, or sign on paper at a stand.',
    storageOnline:
      'This phone cannot keep it, and the server could not take it either. Your answers stay here: try again in a moment.',
    refused: 'The server did not accept it. Reload the page, then try again.',
    loading: 'A part of the app is still missing. Your answers stay here: check the network, then try again.',
    unknown: 'Something failed in this browser. Your answers stay here: try again.',
  },
  wrongKey: {
    title: 'We would rather not take your signature',
    text: 'The key that was to protect it is not the one this phone knows. Nothing was saved or sent. Please tell the campaign’s coordinators.',
  },

  thanks: 'Thank you, {name}.',
  keptHere: {
    one: 'Your signature is saved in this phone. It leaves as soon as there is a network.',
    other: 'Your {n} signatures are saved in this phone. They leave as soon as there is a network.',
  },
  arrived: {
    one: 'Your signature has arrived at the campaign’s server. It stays encrypted there.',
    other: 'Your {n} signatures have arrived at the campaign’s server. They stay encrypted there.',
  },
  receipt: 'Your receipt',
  receiptText: 'To withdraw your signature, whenever you want.',
  receiptQr: 'QR code that opens the withdrawal page with your code',
  done: 'Done',
}
