import type { ActWords } from '../fr/acts.ts'

export const en: ActWords = {
  back: 'Read the story of {person}',
  lacking: 'A part of this page is not on this device yet. Open it once with a network.',
  notYet: {
    title: 'Sending is not possible yet',
    text: 'The coordinators are preparing the key that will protect what you write. Come back in a few days.',
  },
  ended: {
    title: 'The campaign has ended',
    text: 'Everything that was signed has been erased. Thank you to everyone who signed.',
  },
  optional: 'if you like',
  lettersLeft: { one: '{n} character left.', other: '{n} characters left.' },

  letter: {
    title: 'Write for {person}',
    intro:
      'A few lines are enough. Your letter is encrypted on this device; the coordinators open it, read it and print it.',
    to: 'Who are you writing to?',
    toPerson: 'To {person}',
    toAuthority: 'To the authority',
    rulesPerson: 'When you write to {person}',
    rulesAuthority: 'When you write to: {addressee}',
    over: {
      title: 'Letters for this case are over',
      text: 'This petition is no longer open. Letters already entrusted to the coordinators are on their way.',
    },
    none: {
      title: 'No letters for this case',
      text: 'A letter could harm the person, or their family does not want any. Your signature counts.',
    },
    others: 'You can write for',
    text: 'Your letter',
    textHint: 'Write neither your address nor your number.',
    firstName: 'First name',
    lastName: 'Last name',
    nameHint: 'A first name is enough.',
    send: 'Entrust my letter',
    self: 'Or send it yourself',
    selfText: 'A letter that you copy, print or e-mail is neither kept nor counted here.',
    selfOnly: 'Send your letter yourself',
    address: 'Postal address',
    copy: 'Copy the letter',
    copied: 'Letter copied',
    notCopied: 'Copying did not work. Select the text, then copy it.',
    print: 'Print the letter',
    mail: 'Send by e-mail',
    mailLong: 'Your letter is long for this button: copy it, then paste it into an e-mail to {email}.',
    subject: 'Concerning {person}',
    writeFirst: 'Write your letter first.',
  },
  hints: {
    title: 'To read again before you send',
    organisation: '“{word}”: to protect the person, do not name an organisation.',
    religion: '“{word}”: better leave religion and its feasts aside. “Best wishes” is right for everybody.',
    politics: '“{word}”: do not speak of politics to somebody who is held or threatened.',
    charges: '“{word}”: do not speak of what they are accused of.',
    contact: '“{word}”: write no address, number or e-mail.',
    insult: '“{word}”: a letter with an insult is set aside. Stay firm and polite.',
    name: 'Name the person you are writing for: {person}.',
    long: 'This is a long letter. One page is easier to read.',
    stays: 'These are only suggestions: you can send your letter as it is.',
  },

  join: {
    title: 'Join us',
    code: 'The code of conduct',
    codeText: 'Please read it before you join us.',
    fee: 'Fee',
    age: 'Age',
    ageText: 'From the age of {n}.',
    request: 'Your request',
    read: 'I have read the code of conduct and will follow it.',
    oldEnough: 'I am {n} or older.',
    as: 'How would you like to act?',
    inGroup: 'In a group',
    alone: 'On my own',
    group: 'Which group?',
    chooseGroup: 'Please choose',
    message: 'A word for the coordinators',
    send: 'Send my request',
    none: 'It is not possible to join us here at the moment.',
  },
  contact: {
    title: 'Write to us',
    message: 'Your message',
    send: 'Send my message',
    none: 'It is not possible to write to us here at the moment.',
  },

  problem: {
    text: 'Write your letter.',
    message: 'Write your message.',
    read: 'Read the code of conduct, then tick this box.',
    oldEnough: 'Joining is possible from the age of {n}.',
    group: 'Choose a group, or act on your own.',
    letter: 'Tick this box if you agree: without it we cannot take your letter.',
    join: 'Tick this box if you agree: without it we cannot take your request.',
    contact: 'Tick this box if you agree: without it we cannot take your message.',
  },

  failed: {
    letter: 'Your letter is not saved yet',
    join: 'Your request is not saved yet',
    contact: 'Your message is not saved yet',
    storageOffline:
      'This phone cannot keep anything, and there is no network to send it. What you wrote stays here: try again with a network.',
    storageOnline:
      'This phone cannot keep anything, and the server could not take it either. What you wrote stays here: try again in a moment.',
    refused: 'The server did not accept it. Copy what you wrote, reload the page, then try again.',
    loading: 'A part of the app is still missing. What you wrote stays here: check the network, then try again.',
    unknown: 'Something failed in this browser. What you wrote stays here: try again.',
  },
  wrongKey: {
    title: 'We would rather take nothing',
    text: 'The key that was to protect it is not the one this phone knows. Nothing was saved or sent. Please tell the campaign’s coordinators.',
  },

  receipt: 'To withdraw what you have just entrusted, whenever you want.',
  where: {
    letter: {
      here: 'Your letter is saved in this phone. It leaves as soon as there is a network.',
      arrived: 'Your letter has arrived at the campaign’s server. Only the coordinators can read it.',
      'not-taken': 'The server did not take your letter. It stays in this phone; please tell the coordinators.',
    },
    join: {
      here: 'Your request is saved in this phone. It leaves as soon as there is a network.',
      arrived: 'Your request has arrived at the campaign’s server. The coordinators will answer you.',
      'not-taken': 'The server did not take your request. It stays in this phone; please tell the coordinators.',
    },
    contact: {
      here: 'Your message is saved in this phone. It leaves as soon as there is a network.',
      arrived: 'Your message has arrived at the campaign’s server. Only the coordinators can read it.',
      'not-taken': 'The server did not take your message. It stays in this phone; please tell the coordinators.',
    },
  },
}
