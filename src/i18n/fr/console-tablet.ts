import type { Spoken } from '../languages.ts'

export const fr = {
  title: 'Pas sur la tablette d’un stand',
  text: 'Cette tablette passe de main en main : la clé de la campagne n’y est jamais ouverte. Prenez l’ordinateur ou le téléphone de la coordination.',
}

export type ConsoleTabletWords = Spoken<typeof fr>
