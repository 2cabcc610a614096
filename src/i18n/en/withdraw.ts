import type { WithdrawWords } from '../fr/withdraw.ts'

export const en: WithdrawWords = {
  intro:
    'Your receipt carries a code of 27 letters and digits. With it, everything that this receipt covers is erased. You have nothing to explain.',
  lost: 'You no longer have the code? Write to the organisation that runs the campaign.',
  code: 'The code on your receipt',
  codeHint: '27 letters and digits. Capitals, spaces and dashes do not count.',
  submit: 'Withdraw my signature',
  sending: 'Sending your withdrawal…',
  missing: 'Write the code on your receipt.',
  wrong: 'This code is not complete, or a letter is not right. Please read your receipt again.',
  noCampaign:
    'We do not know which campaign this code is from. Please open the link or QR code on your receipt instead.',
  done: 'It is done',
  doneText:
    'Everything that carried this code is erased from the server. If a signature still waits in a phone, it will be erased when it arrives.',
  signatures: { one: '{n} signature withdrawn.', other: '{n} signatures withdrawn.' },
  kept: 'Your withdrawal is kept here',
  keptText:
    'It could not leave yet. It will leave by itself, before everything else, as soon as the server answers; what was waiting in this device under this code is erased already.',
  another: 'Withdraw another signature',
  offline: 'No network',
  offlineText: 'Your withdrawal has not left yet. Keep your code and try again when you have a network.',
  failed: 'Your withdrawal has not left yet',
  failedText: 'The server did not answer as it should. Keep your code and try again in a moment.',
}
