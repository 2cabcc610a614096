import type { QuarantineWords } from '../fr/console-quarantine.ts'

export const en: QuarantineWords = {
  title: 'Quarantine',
  lead: 'What waits here has arrived, sealed, and does not count yet; whoever sent it sees no difference. Count it or set it aside: each choice can be taken back until the data are destroyed.',
  empty: 'Nothing waits in quarantine.',
  back: 'Stands and tablets',
  link: { one: 'Quarantine: {n} envelope waits', other: 'Quarantine: {n} envelopes wait' },
  linkEmpty: 'Quarantine',
  tablet: 'Tablet no. {id}',
  known: 'Tablet {n}, {stand}',
  revoked: 'It was revoked on {when}.',
  phones: 'Phones, {day}',
  since: 'Since {from}',
  period: 'From {from} to {to}',
  why: {
    'unknown-device': 'Nobody enrolled it, or it was revoked.',
    'many-at-once': 'More than 40 envelopes sent at once. A script, perhaps; or a hand-off file that a phone brought.',
    'counts-disagree': 'What came does not agree with the counts that came with it: our app does not speak like this.',
    flood:
      'More than 3,000 envelopes in an hour from one address. A whole town may share it: look before you set them aside.',
  },
  waiting: { one: '{n} waits', other: '{n} wait' },
  discarded: { one: '{n} set aside', other: '{n} set aside' },
  released: { one: '{n} counted', other: '{n} counted' },
  act: { release: 'Count', discard: 'Set aside', restore: 'Bring back those set aside', hold: 'Stop counting' },
  sure: {
    release: { one: 'Count {n} envelope?', other: 'Count {n} envelopes?' },
    discard: { one: 'Set {n} envelope aside?', other: 'Set {n} envelopes aside?' },
  },
  effect: {
    release: 'They count from now on, as if they had just arrived.',
    discard: 'They stay on the server, sealed, and do not count, even when sent again. You can bring them back.',
  },
  no: 'Change nothing',
  busy: 'Saving…',
  done: {
    release: { one: '{n} envelope counts now.', other: '{n} envelopes count now.' },
    discard: { one: '{n} envelope is set aside.', other: '{n} envelopes are set aside.' },
    restore: { one: '{n} envelope waits again.', other: '{n} envelopes wait again.' },
    hold: { one: '{n} envelope counts no more and waits.', other: '{n} envelopes count no more and wait.' },
  },
  undo: 'Undo',
  copies: {
    one: '{n} envelope has another’s number and other contents.',
    other: '{n} envelopes have another’s number and other contents.',
  },
  copiesWhy:
    'Somebody corrected a signature whose answer had been lost, or a device was copied. The first counts; the other is kept, sealed, and never counts.',
}
