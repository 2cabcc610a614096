import type { StandPaperWords } from '../fr/stand-paper.ts'

const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const digits = (n: number) => `${SMALL[n] ?? n} digit${n === 1 ? '' : 's'}`

export const en: StandPaperWords = {
  title: 'Key in a paper sheet',
  leave: 'Back to the stand',

  sheet: {
    title: 'The sheet',
    text: 'What you say here holds for all of its rows.',
    number: 'Number of the sheet',
    numberHint: 'It stands at the top, on the right.',
    petitions: 'The sheet’s petitions',
    language: 'Language of the printed text',
    carries: 'The sheet has a box for',
    news: 'news by e-mail',
    calls: 'calls and messages',
    version: { sign: 'Text for signing', news: 'Text for news', calls: 'Text for calls' },
    versionHint: 'Its name is printed beside the text.',
    begin: 'Begin',
    change: 'Change the sheet',
    next: 'Next sheet',
    missing: 'Write the number of the sheet.',
    noPetition: 'Choose at least one petition.',
    again: {
      one: 'One row of this sheet has been keyed in already. It goes on with row {next}.',
      other: '{n} rows of this sheet have been keyed in already. It goes on with row {next}.',
    },
    earlier: {
      one: 'One row of a sheet with this number was keyed in here on {day}.',
      other: '{n} rows of a sheet with this number were keyed in here, the last of them on {day}.',
    },
    onward: 'It is the same sheet: go on with row {next}',
    noneOpen: 'No petition can be signed',
    noneOpenText: 'Keep your sheets: they can be keyed in once the campaign is open, or by the coordinators.',
  },

  row: {
    title: 'Sheet {sheet}, row {n}',
    only: 'Only rows that were signed by hand. Enter keeps the row.',
    lastName: 'Last name',
    firstName: 'First name',
    contact: 'Phone or e-mail',
    contactHint: 'Nothing? Leave it empty, and write town and quarter.',
    town: 'Town',
    quarter: 'Quarter',
    country: 'Country',
    ticked: 'Ticked by the person',
    news: 'News',
    calls: 'Calls',
    slip: 'Code of the tear-off receipt',
    slipHint: 'If there is one.',
    placeNotKept: 'Kept only without phone and e-mail.',
    keep: 'Keep the row',
    keeping: 'Encrypting and saving…',
    sending: 'Sending…',
    leaveOut: 'Leave this row out',
    kept: 'Row {n} is kept.',
    problems: { one: 'One thing is left to correct.', other: '{n} things are left to correct.' },
    cleared: 'The row was emptied: nobody had touched it for ten minutes.',
  },

  problem: {
    lastName: 'Write the last name.',
    firstName: 'Write the first name.',
    town: 'Write the town, or a phone number or an e-mail address.',
    quarter: 'Write the quarter, or a phone number or an e-mail address.',
    noWay: 'Write a phone number or an e-mail address, or else town and quarter.',
    newsNeedEmail: 'News need an e-mail address. If there is none, untick the box.',
    callsNeedPhone: 'Calls need a number. If there is none, untick the box.',
    tooLong: 'This is too long: {n} characters at most.',
    notAnAddress: 'An address looks like name@example.org. Cannot read it? Empty the field.',
    notANumber:
      'This is not a number. From another country, begin with + and its code. Cannot read it? Empty the field, and write town and quarter.',
    digitsMissing: (n: number) => `${digits(n)} missing.`,
    digitsTooMany: (n: number) => `${digits(n)} too many.`,
    notACode: 'There is a slip in this code. Compare it with the stub.',
    otherCampaign: 'This receipt is of another campaign. Leave the field empty.',
    usedCode: 'This code is another row’s already. A receipt is for one person only.',
    withdrawnCode: 'This code has been used to withdraw. Leave the field empty: the receipt is of no use any more.',
  },

  failed: {
    title: 'This row is not kept yet',
    'storage-offline': 'The tablet cannot keep it, and there is no network to send it. It stays here, filled in.',
    'storage-online': 'The tablet cannot keep it, and the server did not take it. It stays here, filled in.',
    refused: 'The server did not accept it. Keep the sheet and show it to the coordinators.',
    'wrong-key': 'The campaign’s key is not the one that this tablet knows. Stop, and tell the coordinators.',
    unknown: 'Something failed. The row stays here, filled in: try again.',
  },

  counts: {
    title: 'The count',
    sheet: { one: 'row of sheet {sheet} kept today', other: 'rows of sheet {sheet} kept today' },
    all: { one: 'row in all', other: 'rows in all' },
    sheets: { one: '{n} sheet', other: '{n} sheets' },
    withdrawn: { one: '{n} withdrawn', other: '{n} withdrawn' },
  },
  last: {
    title: 'Last rows',
    text: 'A mistake? Withdraw the row, then key it in again: it keeps its number.',
    ofBefore:
      'A row without “Withdraw” was kept before this screen was opened again. To withdraw it takes its signer’s receipt, or the coordinators.',
    none: 'No row has been kept yet.',
    row: 'Sheet {sheet}, row {n}',
    undo: 'Withdraw',
    undoing: 'Withdrawing…',
    again: 'Key in again',
    fate: {
      kept: 'kept, sealed',
      undoing: 'withdrawing…',
      failed: 'not withdrawn yet: try again',
      withdrawn: 'withdrawn',
    },
    doubt: 'This number or e-mail has signed here today already. The same person?',
    undone: 'Row {n} is withdrawn. You can key it in again.',
    undoneSlip: 'Row {n} is withdrawn, and its receipt with it: key it in again without a code.',
  },

  leaving: {
    title: 'This row is not kept',
    text: 'If you leave, what you wrote is erased.',
    stay: 'Stay',
    leave: 'Leave without it',
  },
}
