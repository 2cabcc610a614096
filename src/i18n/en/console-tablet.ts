import type { ConsoleTabletWords } from '../fr/console-tablet.ts'

export const en: ConsoleTabletWords = {
  title: 'Not on a stand’s tablet',
  text: 'This tablet goes from hand to hand: the campaign’s key is never opened on it. Take the coordinators’ own computer or phone.',
}
