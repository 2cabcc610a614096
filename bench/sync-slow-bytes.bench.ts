// What 1,000 envelopes cost on a lossy link of 50 kbit/s and 800 ms: all bytes of both directions, counted by a proxy between a real
// browser and a real server, against the gzip size of the envelopes.
import { expect, test } from '../tests/journeys/fixtures.ts'
import { TestServer } from '../tests/journeys/server.ts'
import { drainSlowly } from '../tests/journeys/slow-drain.ts'
import { SlowLink } from '../tests/journeys/slow-link.ts'
import { chanceOf } from '../tests/seeded.ts'
import { report } from './report.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const FIRST_SEED = Number(process.env.PARAPHE_SEED ?? 1)
const KBIT = Number(process.env.BENCH_KBIT ?? 50)
const DELAY_MS = Number(process.env.BENCH_DELAY_MS ?? 800)
const ENVELOPES = 1000

test('sync.slow.bytes', async ({ browser }) => {
  test.setTimeout(RUNS * 20 * 60_000)
  const bytes: number[] = []
  const ratios: number[] = []
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    const server = await TestServer.create()
    // 800 ms there and back.
    const link = await SlowLink.create(server.port, { kbitPerSecond: KBIT, delayMs: DELAY_MS / 2 }, chanceOf(seed))
    const context = await browser.newContext({ locale: 'fr-FR' })
    try {
      const run = await drainSlowly(context, server, link, ENVELOPES, 0.2)
      expect(run.stored.sort()).toEqual(run.sent.sort())
      bytes.push(run.bytes)
      ratios.push(run.bytes / run.gzipBytes)
      console.error(JSON.stringify({ seed, seconds: Math.round(run.seconds), ratio: ratios.at(-1), ...run.traffic }))
    } finally {
      await context.close()
      await link.close()
      await server.remove()
    }
  }
  report('sync.slow.bytes', 'bytes', bytes, ratios, 'gzip size of the same envelopes')
})
