import type { PublicWords } from '../fr/public.ts'

export const en: PublicWords = {
  name: 'Paraphe',
  skip: 'Skip to content',

  signCount: { one: 'Sign the petition', other: 'Sign the {n} petitions' },
  cases: 'Their stories',
  received: { one: 'signature received', other: 'signatures received' },
  nextGoal: 'next goal {n}',
  noneYet: 'Be among the first to sign.',
  victories: 'Our victories',
  community: 'Who we are',
  protects: 'How Paraphe protects you',
  protections: [
    {
      title: 'Encrypted at once',
      text: 'Your signature is locked in your phone before it is saved. Only the campaign’s coordinators can open it.',
    },
    {
      title: 'Even without a network',
      text: 'It waits in your phone and leaves by itself as soon as the network is back.',
    },
    {
      title: 'It stays yours',
      text: 'Your receipt carries a code. With it you withdraw your signature whenever you want, with nothing to explain.',
    },
  ],
  withdraw: 'Withdraw my signature',
  free: 'Paraphe is free software. No tracker, no third party.',

  notYet: {
    title: 'Signing opens soon',
    text: 'The coordinators are preparing the key that will protect your signature. Read the stories now, and come back in a few days.',
  },
  nothingOpen: {
    title: 'No petition is open at the moment',
    text: 'Thank you to everyone who signed. News of each case stays here.',
  },

  states: { closed: 'Closed', delivered: 'Delivered', won: 'Good news' },
  situation: 'situation in {month}',
  problem: 'What is the problem?',
  whatYouCanDo: 'What you can do',
  weAsk: 'What we ask for',
  addressedTo: 'Addressed to: {who}',
  shareCase: 'Share on WhatsApp',
  updates: 'News',
  sign: 'Sign the petition',

  yourSignature: 'Your signature',
  formComes: 'The form is coming…',
  formFailed: 'The form could not be loaded. Check the network, then try again.',
  tryAgain: 'Try again',

  outboxTitle: 'What this device sends',

  acts: { letter: 'Write a letter', join: 'Join us', contact: 'Write to us' },

  notFound: 'This page does not exist',
  loading: 'The campaign is coming…',
  offline: 'Offline · still works',

  held: 'What this device keeps',
  newVersion: 'A new version is ready.',
  useNewVersion: 'Update',
}
