import type { ReviewedSignature, Standing } from './opened-act.ts'

/** Of one petition, or of several: how many stand how. They add up to `raw`, which is what was opened. */
export type Figures = Record<Standing, number> & { raw: number }

export const noFigures = (): Figures => ({
  raw: 0,
  valid: 0,
  duplicate: 0,
  'to-review': 0,
  suspicious: 0,
  rejected: 0,
})

export function figuresOf(reviewed: Iterable<Pick<ReviewedSignature, 'standing'>>): Figures {
  const figures = noFigures()
  for (const { standing } of reviewed) {
    figures.raw++
    figures[standing]++
  }
  return figures
}

export function sumOf(all: Iterable<Figures>): Figures {
  const sum = noFigures()
  for (const figures of all) for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] += figures[key]
  return sum
}

/** What a person has still to decide, the figure of each: what is not in it is decided. */
export const leftToDecide = (figures: Figures) =>
  (['to-review', 'suspicious'] as const)
    .map((standing) => ({ standing, n: figures[standing] }))
    .filter(({ n }) => n > 0)

/** What the delivery counts: `counts` of opened-act.ts, in figures. */
export const countedOf = (figures: Figures): number => figures.valid + figures['to-review']
