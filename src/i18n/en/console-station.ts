import type { StationWords } from '../fr/console-station.ts'

export const en: StationWords = {
  title: 'Opening station',
  lead: 'For a computer that is never online. It opens a sealed copy, saved earlier in the console, with the key file. Nothing leaves here but the files that you save.',
  link: 'Open a sealed copy, without network',
  toConsole: 'To the console',
  kept: 'This station is kept in this browser: you can cut the network, then open this address again.',
  notKept: 'Not all of it is kept in this browser yet. Stay connected for a moment before you cut the network.',
  keepsNothing: 'This browser keeps nothing for later: without network this address will not open.',

  file: 'Sealed copy',
  fileHint: 'Its name ends in .paraphe-sealed.txt.',
  checking: 'Checking that the copy is whole',
  problem: {
    'not-a-dump': 'This file is not a sealed copy made by Paraphe.',
    'damaged-dump': 'This copy was cut or changed since it was saved. Take another one, or save it anew.',
    'newer-dump': 'This copy was saved by a newer Paraphe. Bring this one up to date.',
    'not-readable': 'This file can no longer be read. Plug the stick in again, then choose it once more.',
  },
  savedAt: 'Copy saved on {date}',
  holds: { one: '{n} envelope', other: '{n} envelopes' },
  withdrawn: {
    one: '{n} withdrawal is noted in it: what it takes away does not open.',
    other: '{n} withdrawals are noted in it: what they take away does not open.',
  },
  older: 'What was signed or withdrawn since is not in it. For a delivery, take a copy of the day.',
  other: 'Choose another copy',
  noKey: 'No key was ever published for this campaign: there is nothing to open.',

  before: 'Go on with earlier decisions',
  beforeFile: 'Decisions file',
  beforeHint: 'Saved in an earlier sitting, or in the console beside the copy. Without it the review begins anew.',
  beforeWrong: 'This is not a decisions file of this campaign.',
  beforeTaken: { one: '{n} decision taken up.', other: '{n} decisions taken up.' },

  keepTitle: 'What you decide here',
  keepLead:
    'This station keeps nothing: save your decisions before you leave, to go on with them here. They name envelopes by number, never a person.',
  keepSave: 'Save the decisions',
  decisionsName: 'decisions',
  owed: {
    one: '{n} act was taken out here. It has yet to be withdrawn in the connected console: open, search its number, then “Withdraw”.',
    other:
      '{n} acts were taken out here. They have yet to be withdrawn in the connected console: open, search each number, then “Withdraw”.',
  },
  leave: 'Some decisions are not saved. Leaving forgets them. Leave?',

  saveTitle: 'For a computer without network',
  saveLead:
    'A sealed copy of all that came in, to be opened on a computer that is never online. Nobody can read a signature in it without the key file.',
  save: 'Save a sealed copy',
  saving: 'Saving the copy',
  saved: 'The sealed copy “{file}” is in your downloads. Take a new one for each delivery, and delete the old ones.',
  decisionsLead:
    'The copy does not hold what you decided while reviewing. Take these decisions along, so that you need not begin again there.',
  decisionsSave: 'Save the decisions',
  decisionsSaving: 'Saving…',
  decisionsSaved: { one: '{n} decision is in your downloads.', other: '{n} decisions are in your downloads.' },
  stalled: 'The server does not answer. It is tried again by itself.',
  toStation: 'The opening station',
}
