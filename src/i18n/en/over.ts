import type { OverWords } from '../fr/over.ts'

export const en: OverWords = {
  closed: {
    title: 'This petition is closed',
    text: 'It takes no more signatures. Those still waiting in a phone will be received.',
  },
  delivered: {
    title: 'This petition has been delivered',
    text: 'The signatures were brought to their addressee. Thank you to everyone who signed.',
  },
  deliveredOn: 'Delivered on {day} to {to}',
  handedOver: { one: 'signature delivered', other: 'signatures delivered' },
  won: {
    title: 'Good news',
    text: 'Thank you to everyone who signed, wrote and spoke about this case.',
  },
  closedForGood: 'It takes no more signatures. Thank you to everyone who signed.',
  asked: 'What we asked for',
  stillWaiting: 'Others still wait for your name',
  others: 'Other stories',
  allCases: 'All petitions',
}
