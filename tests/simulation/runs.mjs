// One process of the simulation: runs the seeds it is given and tells each failure when it meets it.
import { CACHE } from './bundle.mjs'

process.on('message', async (/** @type {{ href: string, seeds: number[], firstOnly: boolean }} */ order) => {
  const { runSeed, openGround } = await import(order.href)
  const ground = await openGround(CACHE)
  const before = process.cpuUsage()
  const cpuMs = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const hashes = {}
  let events = 0
  let acts = 0
  let done = 0
  for (const seed of order.seeds) {
    const outcome = await runSeed(seed, ground)
    done++
    events += outcome.events
    acts += outcome.acts
    hashes[seed] = outcome.hash
    if (outcome.broken) {
      process.send?.({ failure: outcome })
      if (order.firstOnly) break
    }
    if (done % 200 === 0) process.send?.({ done: 200 })
  }
  process.send?.({ ended: { runs: done, events, acts, cpuMs: cpuMs(), hashes } })
})
