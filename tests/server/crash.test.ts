// Promise 3 against a server that dies: killed by SIGKILL in the middle of ingest, again and again on the same file. What it
// acknowledged is there, nothing is there twice, and the counts agree with the rows.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BatchAnswer } from '../../protocol/batch.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { openCampaign, sealer } from '../journeys/open-campaign.ts'
import { countHeld, received } from '../journeys/received.ts'
import { TestServer } from '../journeys/server.ts'
import { type Chance, chanceOf, newSeed } from '../seeded.ts'
import { proofFrom } from './proof.fixture.ts'
import { batchOf } from './signed.fixture.ts'

const ROUNDS = process.env.PARAPHE_LONG ? 20 : 5
const CLIENTS = 6
const ENVELOPES = 50

let server: TestServer
beforeAll(async () => {
  server = await TestServer.create()
})
afterAll(() => server.remove())

test(`a server killed in the middle of ingest keeps what it acknowledged, once, ${ROUNDS} times`, {
  timeout: 300_000,
}, async () => {
  const { cookie } = await openCampaign(server)
  const seal = await sealer(server)
  const chance = chanceOf(newSeed())
  const sentEver = new Set<string>()
  const killedAt: string[] = []

  for (let round = 0; round < ROUNDS; round++) {
    const tale = `seed ${chance.seed}, round ${round + 1}`
    const crowd = await Promise.all(
      Array.from({ length: CLIENTS }, async () => ({
        envelopes: await Promise.all(Array.from({ length: ENVELOPES }, () => seal())),
        chance: chanceOf(chance.whole(0, 2 ** 32 - 1)),
      })),
    )
    for (const id of crowd.flatMap((it) => it.envelopes.map(({ id }) => id))) sentEver.add(id)

    const acknowledged = new Set<string>()
    // At the very moment at which this answer begins to come in: one that was sent too early is found out best then.
    let answersLeft = chance.whole(1, 30)
    let dead: Promise<void> | undefined
    const ears: Ears = {
      answered: () => {
        answersLeft -= 1
        if (answersLeft === 0) dead = server.crash()
      },
      acknowledged: (ids) => {
        for (const id of ids) acknowledged.add(id)
      },
      over: () => dead !== undefined,
    }
    await Promise.all(crowd.map((it) => keepSending(it.envelopes, it.chance, ears)))
    await dead
    killedAt.push(`${acknowledged.size}/${CLIENTS * ENVELOPES}`)
    await server.start()
    await countHeld(server, cookie)

    const rows = (await received(server, cookie)).map((it) => it.id)
    const there = new Set(rows)
    expect(there.size, `${tale}: nothing is there twice`).toBe(rows.length)
    expect(
      [...acknowledged].filter((id) => !there.has(id)),
      `${tale}: acknowledged and lost`,
    ).toEqual([])
    expect(
      rows.filter((id) => !sentEver.has(id)),
      `${tale}: nobody sent these`,
    ).toEqual([])
    expect((await server.counts())['joel-paredes'], `${tale}: the count`).toBe(rows.length)

    // As the devices do that heard nothing: everything again.
    for (const { envelopes } of crowd)
      for (const { id, verdict } of await put(envelopes))
        expect(verdict, `${tale}: ${id}`).toBe(there.has(id) ? 'duplicate' : 'stored')
    await countHeld(server, cookie)
    expect((await server.counts())['joel-paredes'], `${tale}: the count after all was sent again`).toBe(sentEver.size)
  }

  await server.crash()
  const file = new Database(join(server.dataDir, 'paraphe.sqlite'))
  expect(file.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  file.close()
  console.log(
    JSON.stringify({ name: 'crash.server', seed: chance.seed, sent: sentEver.size, acknowledgedAtKill: killedAt }),
  )
})

interface Ears {
  /** An answer begins to come in. */
  answered(): void
  acknowledged(ids: string[]): void
  over(): boolean
}

/** One device on a bad link: batches of any size, and a third of the time one that it has sent before, whole or in part. */
async function keepSending(envelopes: readonly Envelope[], chance: Chance, ears: Ears): Promise<void> {
  let next = 0
  while (!ears.over()) {
    const again = next > 0 && (next === envelopes.length || chance.next() < 1 / 3)
    const from = again ? chance.whole(0, next - 1) : next
    const to = Math.min(again ? next : envelopes.length, from + chance.whole(1, 20))
    if (!again) next = to
    try {
      ears.acknowledged((await put(envelopes.slice(from, to), ears.answered)).map((it) => it.id))
    } catch (error) {
      // Killed before or after the commit; the answer is lost either way.
      if (!ears.over()) throw error
    }
  }
}

/** @throws where no whole answer came back, or one that does not hold all of these. */
async function put(envelopes: readonly Envelope[], answered = () => {}): Promise<{ id: string; verdict: string }[]> {
  const batch = batchOf([...envelopes], newUuid())
  const body = JSON.stringify(batch)
  const headers = { 'content-type': 'application/json', ...(await proofFrom(server.url, body)) }
  const answer = await fetch(`${server.url}/api/v1/batches/${batch.batchId}`, { method: 'PUT', headers, body })
  answered()
  const { verdicts } = (await answer.json()) as BatchAnswer
  return envelopes.map(({ id }, index) => {
    const verdict = verdicts[index]
    if (verdict?.id !== id || (verdict.verdict !== 'stored' && verdict.verdict !== 'duplicate'))
      throw new Error(`${id}: ${JSON.stringify(verdict)}`)
    return { id, verdict: verdict.verdict }
  })
}
