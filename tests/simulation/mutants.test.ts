import { expect, test } from 'vitest'
import { bundle } from './bundle.mjs'
import { runMany } from './many.mjs'
import { MUTANTS } from './mutants.mjs'

// The simulation bites: production code with one rule broken is found out. A failure here means that it has gone blind.

const SEEDS = Array.from({ length: 100 }, (_, nth) => nth + 1)

test.each(MUTANTS)('is caught within 100 seeds: %s', { timeout: 120_000 }, async (name, edits) => {
  const mutant = await bundle(`mutant ${name}`.replaceAll(/\W+/g, '-'), edits)
  const { failures } = await runMany(mutant, SEEDS, { processes: 1, firstOnly: true })
  expect(failures[0]?.broken?.invariant).toBeTypeOf('string')
})
