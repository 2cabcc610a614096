export const fr = {
  title: 'Pas sur la tablette d’un stand',
  text: 'Cette tablette passe de main en main : la clé de la campagne n’y est jamais ouverte. Prenez l’ordinateur ou le téléphone de la coordination.',
}

export type ConsoleTabletWords = typeof fr
