// Runs the simulation (docs/reliability.md).
//   simulate.mjs --seed N                    replays one run and shows all that happened
//   simulate.mjs [--seeds COUNT] [--from N]  runs many, on two processes
import { parseArgs } from 'node:util'
import { bundle, CACHE } from '../tests/simulation/bundle.mjs'
import { runMany, story } from '../tests/simulation/many.mjs'
import { say } from './say.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
  },
})
const href = await bundle('production')

if (values.seed !== undefined) await replay(Number(values.seed))
else await many(Number(values.from), Number(values.seeds))

async function replay(seed) {
  const { runSeed, openGround } = await import(href)
  const outcome = await runSeed(seed, await openGround(CACHE), true)
  console.log(outcome.broken ? story(outcome) : outcome.trace.join('\n'))
  if (!outcome.broken) say(`Seed ${seed} kept every promise: ${outcome.acts} acts, ${outcome.events} events.`)
  process.exitCode = outcome.broken ? 1 : 0
}

async function many(from, count) {
  const began = Date.now()
  let done = 0
  let said = 0
  const { runs, acts, events, cpuMs, failures } = await runMany(
    href,
    Array.from({ length: count }, (_, nth) => from + nth),
    {
      done: (more) => {
        done += more
        if (done - said < count / 20) return
        said = done
        say(`${done} of ${count} seeds…`)
      },
      failed: (outcome) => console.log(`${story(outcome)}\n`),
    },
  )
  const seconds = (Date.now() - began) / 1000
  say(`${runs} seeds from ${from}: ${acts} acts, ${events} events, ${failures.length} broken promises.`)
  say(`${seconds.toFixed(0)} s, ${(runs / seconds).toFixed(0)} seeds/s, ${(cpuMs / runs).toFixed(1)} ms of CPU each.`)
  process.exitCode = failures.length > 0 ? 1 : 0
}
