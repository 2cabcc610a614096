// Whether a server grows by what it has taken: its resident memory after many envelopes over that after few, each after a forced collection.
// Enrolled tablets send batches of 200 over 4 connections, as in ingest.sqlite.
import { Agent } from 'node:http'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { openCampaign, sealedSignature } from '../tests/journeys/open-campaign.ts'
import { TestServer } from '../tests/journeys/server.ts'
import { enrolTablet, makeStand } from '../tests/journeys/stands.ts'
import { bodyOf, type Device, signedBy } from '../tests/server/signed.fixture.ts'
import { envelopesLike, expectStored, put } from './batches.ts'
import { report } from './report.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const FEW = Number(process.env.BENCH_FEW ?? 200_000)
const MANY = Number(process.env.BENCH_MANY ?? 5 * FEW)
const BATCH = 200
const CONNECTIONS = 4

test('server.memory', async () => {
  test.setTimeout(RUNS * 60 * 60_000)
  const [mebibytes, ratios]: number[][] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    const [few, many] = await grown()
    mebibytes?.push(Math.round(many / 2 ** 20))
    ratios?.push(many / few)
    console.error(JSON.stringify({ name: 'server.memory', run, few, many }))
  }
  report('server.memory', 'MiB', mebibytes ?? [], ratios ?? [], `the same server after ${FEW} of ${MANY} envelopes`)
})

/** Bytes after few and after many. */
async function grown(): Promise<[few: number, many: number]> {
  const preload = ['--expose-gc', '--import', join(import.meta.dirname, 'tell-memory.mjs')]
  const server = await TestServer.create('.', 'light', {}, preload)
  try {
    const { cookie } = await openCampaign(server)
    const like = envelopesLike(await sealedSignature(server))
    const { code } = await makeStand(server, cookie, { tablets: CONNECTIONS })
    const tablets = await Promise.all(Array.from({ length: CONNECTIONS }, () => enrolTablet(server, code)))
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    const lane = async (tablet: Device, from: number, to: number) => {
      for (let seq = from + 1; seq <= to; seq += BATCH) {
        const seqs = Array.from({ length: BATCH }, (_, i) => seq + i)
        const body = bodyOf(tablet, like(BATCH), { seqs })
        expectStored(await put(server.port, agent, { body, headers: await signedBy(tablet, body) }))
      }
    }
    const taken = (from: number, to: number) =>
      Promise.all(tablets.map((tablet) => lane(tablet, from / CONNECTIONS, to / CONNECTIONS)))
    await taken(0, FEW)
    const few = await residentOf(server)
    await taken(FEW, MANY)
    const many = await residentOf(server)
    agent.destroy()
    return [few, many]
  } finally {
    await server.remove()
  }
}

async function residentOf(server: TestServer): Promise<number> {
  const told = () => [...server.log.matchAll(/^resident (\d+)$/gm)]
  const before = told().length
  process.kill(server.pid as number, 'SIGUSR2')
  while (told().length === before) await new Promise((resolve) => setTimeout(resolve, 50))
  return Number(told().at(-1)?.[1])
}
