// The server as it is built, taking what tablets and phones send, against a bare one that checks nothing. Every request stands ready with
// its signature or its proof before the clock runs. The proofs are light ones: the server's part of a full one is some 0.1 ms more.
import type { ChildProcess } from 'node:child_process'
import { Agent } from 'node:http'
import { test } from '@playwright/test'
import { SUITE } from '../protocol/envelope.ts'
import { openCampaign, CAMPAIGN as SAMPLE, sealedSignature } from '../tests/journeys/open-campaign.ts'
import { TestServer } from '../tests/journeys/server.ts'
import { enrolTablet, makeStand } from '../tests/journeys/stands.ts'
import { proofFrom } from '../tests/server/proof.fixture.ts'
import { batchOf, bodyOf, signedBy } from '../tests/server/signed.fixture.ts'
import { startBare } from './bare-server.ts'
import { envelopesLike, expectStored, put, type Ready } from './batches.ts'
import { judgeDisk } from './disk.ts'
import { processorOf } from './processor.ts'
import { report } from './report.ts'
import { CAMPAIGN } from './sealed-data.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 3)
const ENVELOPES = Number(process.env.BENCH_INGESTED ?? 40_000)
/** Fewer, because each needs a proof before the clock runs. */
const SINGLES = Math.min(8000, ENVELOPES)
/** Phones are in many places: from one address so many would be looked at before they count. */
const FROM_ONE_ADDRESS = 200
const BATCH = 200
/** The share that is sent before the clock runs: engines compile what runs often. */
const WARM_UP = 0.3
/** Where the server leaves a profile of its processor time, for Chromium's tools; nowhere by default. */
const PROFILED = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []

interface Side {
  port: number
  process: Pick<ChildProcess, 'pid'>
}

test('ingest.sqlite ingest.single', async () => {
  test.setTimeout(60 * 60_000)
  for (const [name, size, connections] of [
    ['ingest.sqlite', BATCH, 4],
    ['ingest.single', 1, 16],
  ] as const) {
    const count = size === 1 ? SINGLES : ENVELOPES
    const [rates, ratios, cpus, byProcessor]: number[][] = [[], [], [], []]
    for (let run = 0; run < RUNS; run++) {
      const bare = await bareRound(size, count, connections)
      const ours = await ourRound(size, count, connections, run === 0 && size === BATCH)
      rates?.push(Math.round(((count * (1 - WARM_UP)) / ours.ms) * 1000))
      ratios?.push(bare.ms / ours.ms)
      cpus?.push(ours.cpu)
      byProcessor?.push(bare.cpu / ours.cpu)
      console.error(JSON.stringify({ name, run, count, bare, ours }))
    }
    report(name, 'envelopes/s', rates ?? [], ratios ?? [], 'bare node:http, JSON.parse and prepared inserts')
    report(`${name}.cpu`, 's', cpus ?? [], byProcessor ?? [], 'the same, by processor time')
  }
})

async function bareRound(size: number, count: number, connections: number): Promise<{ ms: number; cpu: number }> {
  const bare = await startBare()
  try {
    const like = envelopesLike({
      ...{ v: 1, suite: SUITE, kind: 'signature', campaign: CAMPAIGN, petitions: ['awa'], key: 'k'.repeat(22) },
      ...{ consent: 'sign-2', id: '', withdrawTag: '', sealed: '' },
    })
    const ready = inParts(like(count), size).map((some) => ({ body: JSON.stringify(batchOf(some)), headers: {} }))
    return await timed(bare, ready, connections)
  } finally {
    await bare.end()
  }
}

async function ourRound(
  size: number,
  count: number,
  connections: number,
  judged: boolean,
): Promise<{ ms: number; cpu: number }> {
  const server = await TestServer.create('.', 'light', { TRUST_PROXY: '127.0.0.1' }, PROFILED)
  try {
    if (judged) await judgeDisk(server.dataDir)
    const { cookie } = await openCampaign(server)
    const like = envelopesLike(await sealedSignature(server, { campaign: SAMPLE }))
    const parts = inParts(like(count), size)
    const { code } = await makeStand(server, cookie, { tablets: connections })
    const tablets =
      size === 1 ? [] : await Promise.all(Array.from({ length: connections }, () => enrolTablet(server, code)))
    const ready: Ready[] = []
    for (const [n, some] of parts.entries()) {
      const tablet = tablets[n % connections]
      const seqs = some.map((_, i) => Math.floor(n / connections) * size + i + 1)
      const body = tablet ? bodyOf(tablet, some, { seqs }) : JSON.stringify(batchOf(some))
      const from = { 'x-forwarded-for': `198.51.100.${Math.floor(n / FROM_ONE_ADDRESS)}` }
      ready.push({
        body,
        headers: tablet ? await signedBy(tablet, body) : { ...from, ...(await proofFrom(server.url, body)) },
      })
    }
    return await timed({ port: server.port, process: { pid: server.pid } }, ready, connections)
  } finally {
    await server.remove()
  }
}

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

/** Sends everything over so many connections, each one after the other. Each answer has to say `stored`, and nothing else. */
async function timed(side: Side, ready: readonly Ready[], connections: number): Promise<{ ms: number; cpu: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const answers: string[] = []
  const send = async (some: readonly Ready[]) => {
    let next = 0
    const lane = async () => {
      while (next < some.length) answers.push(await put(side.port, agent, some[next++] as Ready))
    }
    await Promise.all(Array.from({ length: connections }, lane))
  }
  const warmUp = Math.floor(ready.length * WARM_UP)
  await send(ready.slice(0, warmUp))
  const before = processorOf(side.process)
  const from = performance.now()
  await send(ready.slice(warmUp))
  const ms = performance.now() - from
  const cpu = processorOf(side.process) - before
  agent.destroy()
  for (const answer of answers) expectStored(answer)
  return { ms, cpu }
}
