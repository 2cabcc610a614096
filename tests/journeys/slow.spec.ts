// Promise 3 on a bad road, and what it costs whoever pays by the megabyte. The same at the speed that people have, and what the
// losses add to it: npm run bench -- sync.slow.bytes
import { chanceOf, newSeed } from '../seeded.ts'
import { expect, test } from './fixtures.ts'
import { drainSlowly } from './slow-drain.ts'
import { SlowLink } from './slow-link.ts'

test('300 envelopes over a road that loses a fifth of the requests arrive once, and pay for nothing but the losses', async ({
  context,
  server,
  errors: _,
}) => {
  const chance = chanceOf(newSeed())
  const link = await SlowLink.create(server.port, { kbitPerSecond: 2000, delayMs: 20 }, chance)
  try {
    link.next.push('answer lost', 'cut')
    const { sent, stored, traffic, bytes, gzipBytes, seconds } = await drainSlowly(
      context,
      server,
      link,
      300,
      0.2,
      true,
    )
    const ratio = bytes / gzipBytes
    const ratioWithoutLosses = (bytes - traffic.lost) / gzipBytes
    console.log(
      JSON.stringify({ name: 'slow.small', seed: chance.seed, seconds, ratio, ratioWithoutLosses, ...traffic }),
    )
    expect(stored.sort()).toEqual(sent.sort())
    expect(traffic.answersLost).toBeGreaterThan(0)
    expect(traffic.cutOnTheWayUp).toBeGreaterThan(0)
    expect(ratioWithoutLosses, `seed ${chance.seed}`).toBeLessThan(1.15)
  } finally {
    await link.close()
  }
})
