import type { ConsoleOverviewWords } from '../fr/console-overview.ts'

export const en: ConsoleOverviewWords = {
  title: 'Signatures received',
  none: 'Nothing has come in yet. Signatures appear here by themselves.',
  scale: 'Received',
  byHour: 'by hour',
  byDay: 'by day',
  petition: 'Petition',
  allPetitions: 'All',
  place: 'Where they come from',
  everywhere: 'Everywhere',
  phones: 'People’s own phones',
  noStand: 'Tablets without a stand',
  signatures: 'Signatures',
  hourChart: 'Signatures received by hour, over the last twenty-four hours',
  dayChart: 'Signatures received by day',
  asTable: 'As a table',
  hour: 'Hour',
  day: 'Day',
  goal: 'Next goal',
  attention: {
    title: 'To look at',
    nothing: 'Nothing wants your attention.',
    destruction: 'The destruction of what is held has been asked for; it can be confirmed from {when} on.',
    destructionReady: 'The destruction of what is held has been asked for, and can be confirmed.',
    fresh: { one: '{n} envelope is in no confirmed export.', other: '{n} envelopes are in no confirmed export.' },
    tablet: '{stand}, tablet {n}',
    quarantine: {
      one: '{n} envelope waits in quarantine: it is not counted until somebody decides.',
      other: '{n} envelopes wait in quarantine: they are not counted until somebody decides.',
    },
    cloned: 'seems to exist twice. Revoke it and enrol it again.',
    missing: {
      one: 'no longer has {n} envelope, which never reached the server.',
      other: 'no longer has {n} envelopes, which never reached the server.',
    },
    silent: {
      one: 'has been silent since {since}; {n} envelope waits on it.',
      other: 'has been silent since {since}; {n} envelopes wait on it.',
    },
    neverHeard: 'has never spoken to the server yet.',
  },
}
