import type { ThanksWords } from '../fr/thanks.ts'

export const en: ThanksWords = {
  partlyArrived: {
    one: 'Your signature is waiting in this phone. It leaves as soon as there is a network.',
    other: 'Some of your {n} signatures have arrived at the campaign’s server; the others are waiting in this phone.',
  },
  notTaken: 'The server did not take your signature. It stays in this phone; please tell the coordinators.',

  save: 'Save the receipt',
  saving: 'Making the picture…',
  saved: 'Receipt saved',
  notSaved: 'The picture could not be made. Copy the code, or write it down.',
  print: 'Print',
  copy: 'Copy the code',
  copied: 'Code copied',
  ask: 'Your receipt is kept nowhere yet',
  askText: 'Without its code you can no longer withdraw by yourself what you did here.',

  picture: 'Receipt',
  pictureText: 'With this code you withdraw what you entrusted to this campaign, whenever you like:',
  pictureKeep: 'Whoever has this code can do so in your place. Keep it to yourself.',
  fileName: 'paraphe-receipt',

  remaining: { one: 'One more petition waits for your name', other: '{n} more petitions wait for your name' },
  remainingText: 'Same answers, same receipt.',
  sign: { one: 'Sign this one too', other: 'Sign these {n} too' },

  next: 'Do more',

  spread: 'Pass it on',
  whatsApp: 'On WhatsApp',
  share: 'Share',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied',
  shareText: 'I signed for {who}. It takes a minute, even without a network:',
}
