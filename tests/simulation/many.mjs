// Runs many seeds on some processes.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RUNS = fileURLToPath(new URL('./runs.mjs', import.meta.url))

/**
 * @param {string} href the bundle
 * @param {number[]} seeds
 * @param {{ processes?: number, firstOnly?: boolean, done?: (count: number) => void, failed?: (outcome: import('./run.ts').Outcome) => void }} [options]
 */
export async function runMany(href, seeds, { processes = 2, firstOnly = false, done, failed } = {}) {
  const total = { runs: 0, events: 0, acts: 0, cpuMs: 0 }
  /** @type {Record<string, string>} */
  const hashes = {}
  /** @type {import('./run.ts').Outcome[]} */
  const failures = []
  const one = (/** @type {number} */ nth) =>
    new Promise((resolve, reject) => {
      const child = fork(RUNS, {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: ['--max-semi-space-size=32'],
      })
      let ended = false
      child.on('message', (/** @type {any} */ message) => {
        if (message.done) done?.(message.done)
        if (message.failure) {
          failures.push(message.failure)
          failed?.(message.failure)
        }
        if (!message.ended) return
        ended = true
        for (const of of /** @type {const} */ (['runs', 'events', 'acts', 'cpuMs'])) total[of] += message.ended[of]
        Object.assign(hashes, message.ended.hashes)
        child.disconnect()
      })
      child.on('exit', (code) =>
        ended ? resolve(null) : reject(new Error(`a process of the simulation ended with ${code}`)),
      )
      child.send({ href, seeds: seeds.filter((_, i) => i % processes === nth), firstOnly })
    })
  await Promise.all(Array.from({ length: processes }, (_, nth) => one(nth)))
  failures.sort((a, b) => a.seed - b.seed)
  return { ...total, hashes, failures }
}

/** What a person needs of a run that broke a promise. @param {import('./run.ts').Outcome} outcome */
export const story = ({ seed, broken, trace }) =>
  [
    ...trace,
    '',
    `Seed ${seed} broke “${broken?.invariant}”: ${broken?.message}`,
    `Replay: npm run simulate -- --seed ${seed}`,
  ].join('\n')
