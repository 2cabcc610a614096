import type { StandDayWords } from '../fr/stand-day.ts'

export const en: StandDayWords = {
  leave: 'Back to the stand',
  reading: 'Counting…',

  tally: {
    title: 'The team’s tally',
    today: 'Today',
    total: 'Since the first day',
    since: 'Since the first day:',
    signatures: { one: 'signature', other: 'signatures' },
    none: 'No signature yet today.',
    byHour: 'By hour',
    hour: '{hour}:00',
    chart: 'Signatures by hour, as bars. The table below says the same.',
    asTable: 'As a table',
    hourColumn: 'Hour',
    countColumn: 'Signatures',
    byCase: 'By petition',
    caseColumn: 'Petition',
    here: 'Where the envelopes are',
    unit: 'One envelope for each person, even if they sign several petitions.',
    never:
      'This tally does not fall when envelopes reach the server, nor when a signature is withdrawn, by its signer or by you.',
    twice: {
      one: 'One person has perhaps signed twice. Nothing to do: the coordinators see to it.',
      other: '{n} people have perhaps signed twice. Nothing to do: the coordinators see to it.',
    },
    unkept: {
      one: 'One signature could not be kept. Its signer had left already, without a thank-you. Check the tablet.',
      other: '{n} signatures could not be kept. Their signers had left already, without a thank-you. Check the tablet.',
    },
    gone: 'A petition that the campaign no longer has',
  },

  day: {
    title: 'End of the day',
    allSent: 'Everything is sent',
    allSentText: 'The coordinators have received it all. You can switch the tablet off.',
    waiting: { one: '{n} envelope still waits here', other: '{n} envelopes still wait here' },
    waitingText: 'There is no copy anywhere else. Find a network, or take the hand-off file with you.',
    sendNow: 'Send now',
    sending: 'Sending…',
    withdraw: 'A withdrawal waits for the network. It goes before everything else.',
    nothing: 'Nothing has been kept on this tablet yet',
    nothingText: 'The stand’s signatures will appear here.',
  },

  remove: {
    title: 'Remove everything from this tablet',
    text: 'For when the tablet is given back or lent. No envelope, no key and no app will be left on it.',
    open: 'Remove everything…',
    lost: 'What would be lost',
    nothingLost: 'Nothing would be lost: all that was kept here is at the server.',
    waiting: { one: '{n} envelope that waits', other: '{n} envelopes that wait' },
    refused: { one: '{n} refused envelope', other: '{n} refused envelopes' },
    withdrawals: { one: '{n} withdrawal not sent yet', other: '{n} withdrawals not sent yet' },
    notThere: 'Not at the server yet',
    file: { one: 'The hand-off file of {when} holds {n}.', other: 'The hand-off file of {when} holds {n}.' },
    since: {
      one: '{n} envelope has come since and is not in it.',
      other: '{n} envelopes have come since and are not in it.',
    },
    fileCare: 'It is not handed over yet: check that it is there, and keep it until the coordinators have received it.',
    only: 'There is no copy anywhere else, except in a hand-off file that you have already brought to safety. Prepare it first.',
    again: 'To serve again, the tablet will have to be enrolled with a new code.',
    pin: 'The team’s PIN is asked for next.',
    go: 'Remove everything',
    back: 'Remove nothing',
    confirmTitle: 'Really lose them?',
    confirmText:
      'Nobody will be able to get them back, here or elsewhere, but from a hand-off file that was taken away before.',
    carriedTitle: 'Keep only the file?',
    carriedText: 'Until it is handed over it is the only copy. If it gets lost, nobody will be able to get them back.',
    confirm: 'Lose them and remove everything',
    keep: 'Keep them',
    removing: 'Removing everything…',
    wrongPin: 'Nothing was removed: the team’s PIN was not given.',
    failed: 'The tablet could not say what it holds. Nothing was removed; try again.',
  },

  removed: {
    title: 'This tablet is empty',
    text: 'Nothing of Paraphe is left on it. You can close this page.',
    checked: 'Checked just now',
    databases: 'databases',
    caches: 'stores of files',
    workers: 'background programs',
    entries: 'settings and cookies',
    files:
      'Hand-off files and printed sheets are not on this page: look in the downloads. Remove the icon from the home screen, too.',
    unswept:
      'Without a network the browser tidies its disk in its own time. What may still lie there is sealed: nobody can read it.',
    leftTitle: 'Something is left',
    leftText: 'Another tab may still hold Paraphe open. Close it, then try again.',
    again: 'Remove what is left',
  },
}
