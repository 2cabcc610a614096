import type { StandKioskWords } from '../fr/stand-kiosk.ts'

export const en: StandKioskWords = {
  lead: 'Read, choose, sign. One minute is enough, without e-mail and without network.',
  begin: 'Touch to sign',
  signFor: 'Sign for {who}',
  received: { one: '{n} signature received', other: '{n} signatures received' },
  waiting: { one: '{n} more person is waiting here', other: '{n} more people are waiting here' },
  firstOne: 'Be the first to sign here.',
  nothingOpen: 'Nothing to sign at this stand for now.',
  languages: 'Language',
  leave: 'For the team: touch five times, or press for two seconds, to leave',
  covered: 'Touch to go on',

  step: 'Step {n} of {all}',
  next: 'Continue',
  back: 'Back',
  clear: 'Clear everything',

  casesTitle: 'Who do you sign for?',
  casesHint: 'Touch a picture to choose it or to take it out.',
  read: 'Read',
  namesTitle: 'What is your name?',
  namesHint: 'As on a petition sheet.',
  contactTitle: 'How can we tell you apart?',
  contactHint: 'So that you are counted once. One way is enough.',
  ways: 'By',
  consentsTitle: 'Do you agree?',
  consentsHint: 'Only the first box is needed.',
  drawTitle: 'Sign with your finger',
  drawHint: 'In the frame, as on paper.',

  pad: 'Frame to draw your signature in',
  padEmpty: 'The frame is empty.',
  strokes: { one: '{n} stroke in the frame.', other: '{n} strokes in the frame.' },
  undo: 'Undo a stroke',
  wipe: 'Empty the frame',
  undrawn: 'Sign without drawing',
  drawOrNot: 'Draw your signature in the frame, or touch “Sign without drawing”.',

  slipOffer: 'No phone? Take a paper receipt',
  slipTaken: 'Paper receipt ending in {end}',
  slipDrop: 'Do not use it',
  slipTitle: 'Your paper receipt',
  slipHint: 'The team has one for you. Show it to the camera, or type its code.',
  slipCode: 'Code of the receipt',
  slipUse: 'Use this receipt',
  scan: 'Open the camera',
  scanStop: 'Close the camera',
  scanning: 'Hold the QR code in front of the camera.',
  slipProblem: {
    'not-a-code': 'This is not the code of a receipt. It has 27 letters and digits: look at them once more.',
    'other-campaign': 'This receipt belongs to another campaign. Ask the team for another one.',
    used: 'This receipt was used on this tablet already. Ask the team for another one.',
    camera: 'The camera is not available. Type the code instead.',
  },

  stillThere: 'Are you still there?',
  stillThereText: 'If not, everything you wrote is cleared in {n} s.',
  stay: 'Yes, I go on',

  failed: {
    storageOffline:
      'This tablet cannot keep it, and there is no network to send it. Your answers are still here: show this screen to the team, or sign on a paper sheet.',
    storageOnline:
      'This tablet cannot keep it, and the server could not take it either. Your answers are still here: try again, or show this screen to the team.',
    refused: 'The server did not accept it. Show this screen to the team.',
    unknown: 'Something failed on this tablet. Your answers are still here: try again.',
  },
  tryAgain: 'Try again',

  stopped: 'This tablet takes no signatures for now',
  stoppedText: 'What it holds already stays sealed. Take another tablet, or the paper sheets.',
  revoked: 'The coordinators took this tablet back. Take another one, or the paper sheets.',
  wrongKey:
    'The campaign’s key is not the one that this tablet knows. Collect nothing here, and tell the coordinators.',
  checkAgain: 'Check now',
  checking: 'Checking…',
  stillStopped: 'Not yet.',

  keptHere: {
    one: 'Your signature is saved in this tablet, sealed. It leaves as soon as there is a network.',
    other: 'Your {n} signatures are saved in this tablet, sealed. They leave as soon as there is a network.',
  },
  receiptText: 'Take a photo of it: with it you can withdraw your signature whenever you like.',
  paperReceipt: 'Keep your paper receipt',
  paperReceiptText: 'The one ending in {end}. With it you can withdraw your signature whenever you like.',
  clearsIn: 'This screen clears in {n} s',
}
