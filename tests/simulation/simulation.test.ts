import { beforeAll, expect, test } from 'vitest'
import { bundle } from './bundle.mjs'
import { runMany, story } from './many.mjs'
import { REGRESSIONS } from './regressions.ts'

// Promise 3, and 1 as far as a disk can keep it, over the production code: docs/reliability.md. What a failure prints can be
// replayed: npm run simulate -- --seed N

const SEEDS = process.env.PARAPHE_LONG ? 100_000 : 2_000
const from = (first: number, count: number) => Array.from({ length: count }, (_, nth) => first + nth)

let production: string
beforeAll(async () => {
  production = await bundle('production')
})

test(`nothing lost, nothing twice, nothing stuck: ${SEEDS} seeds`, { timeout: 2 * 3600 * 1000 }, async () => {
  const { runs, failures } = await runMany(production, from(1, SEEDS))
  expect(failures.slice(0, 3).map(story).join('\n\n')).toBe('')
  expect(runs).toBe(SEEDS)
})

test('seeds that broke a promise once keep it now', async () => {
  const { failures } = await runMany(
    production,
    REGRESSIONS.map(([seed]) => seed),
  )
  expect(failures.map(story).join('\n\n')).toBe('')
})

test('a seed is one run, in whatever process and after whatever other runs', { timeout: 60_000 }, async () => {
  const seeds = from(1, 24)
  const [once, again] = await Promise.all([
    runMany(production, seeds, { processes: 1 }),
    runMany(production, seeds.toReversed(), { processes: 1 }),
  ])
  expect(again.hashes).toEqual(once.hashes)
  expect(new Set(Object.values(once.hashes)).size).toBe(seeds.length)
})
