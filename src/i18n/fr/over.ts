// A case that is over, and a campaign that has ended.
import type { Spoken } from '../languages.ts'

export const fr = {
  closed: {
    title: 'Cette pétition est fermée',
    text: 'Elle ne prend plus de signatures. Celles qui attendent encore dans un téléphone seront bien reçues.',
  },
  delivered: {
    title: 'Cette pétition a été remise',
    text: 'Les signatures ont été portées à leur destinataire. Merci à toutes les personnes qui ont signé.',
  },
  deliveredOn: 'Remise le {day} à : {to}',
  handedOver: { one: 'signature remise', other: 'signatures remises' },
  won: {
    title: 'Bonne nouvelle',
    text: 'Merci à toutes les personnes qui ont signé, écrit et parlé de ce cas.',
  },
  /** After what was signed has been destroyed. */
  closedForGood: 'Elle ne prend plus de signatures. Merci à toutes les personnes qui ont signé.',
  asked: 'Ce que nous demandions',
  stillWaiting: 'D’autres attendent encore votre nom',
  others: 'D’autres histoires',
  allCases: 'Toutes les pétitions',
}

export type OverWords = Spoken<typeof fr>
