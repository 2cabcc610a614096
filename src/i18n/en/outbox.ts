import type { OutboxWords } from '../fr/outbox.ts'

export const en: OutboxWords = {
  waiting: {
    one: '{n} sealed envelope is waiting in this device.',
    other: '{n} sealed envelopes are waiting in this device.',
  },
  arrived: { one: 'Your envelope has arrived.', other: 'Your {n} envelopes have arrived.' },
  allArrived: 'Everything has arrived.',
  nothing: 'Nothing is waiting in this device.',

  notSent: {
    one: '+ {n} signature on this device, not sent yet',
    other: '+ {n} signatures on this device, not sent yet',
  },

  withdrawing: 'A withdrawal is waiting for a network. It will leave by itself.',

  sending: 'Sending…',
  soon: 'It will leave in a moment.',
  soonAll: 'They will leave in a moment.',
  offline: 'No network just now. Sending will happen by itself.',
  why: {
    network: 'The server does not answer.',
    timeout: 'The network is too slow just now.',
    server: 'The server has a problem on its side.',
    busy: 'The server asks for a little patience.',
    'not-our-answer': 'This network answers in place of our server. A Wi-Fi may be asking you to log in.',
    unanswered: 'The server has not answered for all of them yet.',
  },
  nextTry: 'Next try in {time}.',
  nextTrySoon: 'Next try in a moment.',
  minutes: { one: '{n} minute', other: '{n} minutes' },
  sendNow: 'Send now',
  /** Of a try that a person asked for. */
  tried: 'Tried at {time}, without success.',
  contact: 'Last answer from the server: {when}.',
  noContact: 'The server has not confirmed anything to this device yet.',

  refusedTitle: { one: '{n} envelope was not taken.', other: '{n} envelopes were not taken.' },
  refusedText: {
    one: 'It stays here, sealed. Show this screen to the coordinators.',
    other: 'They stay here, sealed. Show this screen to the coordinators.',
  },
  refusedItem: 'No. {seq}',
  tryAgain: 'Try again',

  storage: {
    'cannot-open':
      'This browser does not allow saving. The cause is often a private window, or a full device. With a network, signing still works.',
    quota: 'The space set aside for this page is full. What is waiting is kept. Free some space on this device.',
    'disk-full': 'This device’s storage is full. Free some space now, then open this page again.',
    'connection-lost': 'The browser closed its storage. Open this page again.',
    blocked: 'Another open tab holds back an update. Close the other Paraphe tabs.',
    closing: 'A newer version is open. Open this page again.',
    'not-kept': 'Saving did not hold. Nothing that was already here is lost.',
  },
}
