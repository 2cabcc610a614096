import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROOF_HEADER } from '../../protocol/proof.ts'
import { LIMITS } from '../../sync-server/plausible.ts'
import { LIGHT, NORMAL } from '../../sync-server/price.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { put } from './device.fixture.ts'
import { headerOf, proofFor, solve } from './proof.fixture.ts'
import { countsOf, type Envelope, openForSigning, type Running, start } from './running.fixture.ts'
import { batchOf } from './signed.fixture.ts'

// A script signs beside people, from the address that they share (docs/abuse.md): a thousand without a proof or with a replayed one, a
// thousand that pay, fifty honest ones. In full and at the real price: PARAPHE_LONG=1 npx vitest run tests/server/attack.test.ts

const LONG = Boolean(process.env.PARAPHE_LONG)
const UNPAID = LONG ? 1000 : 200
/** How a script that pays may go about it: so many in all, so many in a batch. */
const WAYS = LONG
  ? [
      { all: 400, atOnce: 1 },
      { all: 400, atOnce: 40 },
      { all: 200, atOnce: 200 },
    ]
  : [
      { all: 40, atOnce: 1 },
      { all: 80, atOnce: 40 },
      { all: 80, atOnce: 80 },
    ]
const HONEST = 50

let running: Running
let keys: Keys
beforeAll(async () => {
  running = await start({ limits: LIMITS, price: LONG ? NORMAL : LIGHT })
  keys = await openForSigning(running)
})
afterAll(() => running.stop())

/** As a sender sees it: whether the server says that it holds all of them. */
async function sent(envelopes: Envelope[], proof: (body: string) => Promise<Record<string, string>>): Promise<boolean> {
  const body = JSON.stringify(batchOf(envelopes))
  const answer = await put(running, body, await proof(body))
  return answer.json().verdicts?.every((it: { verdict: string }) => it.verdict === 'stored') ?? false
}
const many = (count: number) => Promise.all(Array.from({ length: count }, () => sealed(keys.sealingKey)))
const paid = (body: string) => proofFor(running.app, body)
const counted = async () => (await countsOf(running)).awa as number

test('nothing that did not pay is counted, all that honest people sent is, and what paying costs is told', {
  timeout: 3_600_000,
}, async () => {
  let honest = 0
  const people = async (count: number) => {
    for (let i = 0; i < count && honest < HONEST; i++) {
      expect(await sent(await many(1), paid)).toBe(true)
      honest++
    }
  }
  await people(5)

  const overheard = JSON.stringify(batchOf(await many(1)))
  const replayed = await paid(overheard)
  expect((await put(running, overheard, replayed)).statusCode).toBe(200)
  honest++
  const challenge = (await running.app.inject({ url: '/api/v1/challenge?bytes=4000' })).json()
  const one = JSON.stringify(batchOf(await many(1)))
  await put(running, one, headerOf(await solve(challenge, one)))
  honest++
  const cheap = [async () => ({}), async () => replayed, async () => ({ [PROOF_HEADER]: 'AAAA' })]
  for (let i = 0; i < UNPAID; i++) {
    expect(
      await sent(await many(1), cheap[i % cheap.length] as (body: string) => Promise<Record<string, string>>),
    ).toBe(false)
    if (i % 50 === 0) await people(1)
  }
  // A challenge that was paid for once is good for one body, however often it is solved.
  for (let i = 0; i < 3; i++)
    expect(await sent(await many(1), async (body) => headerOf(await solve(challenge, body)))).toBe(false)
  expect(await counted()).toBe(honest)

  for (const { all, atOnce } of WAYS) {
    const before = await counted()
    const honestBefore = honest
    let work = 0
    for (let done = 0; done < all; done += atOnce) {
      const envelopes = await many(atOnce)
      const seen = await sent(envelopes, async (body) => {
        const began = process.cpuUsage()
        const proof = await paid(body)
        const { user, system } = process.cpuUsage(began)
        work += user + system
        return proof
      })
      // The script sees no difference.
      expect(seen).toBe(true)
      if (done % 50 === 0) await people(1)
    }
    const share = ((await counted()) - before - (honest - honestBefore)) / all
    const ms = Number((work / 1000 / all).toFixed(1))
    console.log(
      JSON.stringify({
        name: 'attack',
        price: LONG ? 'normal' : 'light',
        signatures: all,
        atOnce,
        countedShare: share,
        cpuMsEach: ms,
      }),
    )
    expect(share).toBe(atOnce > LIMITS.atOnce ? 0 : 1)
  }
  await people(HONEST)
  expect(honest).toBe(HONEST)
  const byScript = WAYS.filter(({ atOnce }) => atOnce <= LIMITS.atOnce).reduce((sum, { all }) => sum + all, 0)
  expect(await counted()).toBe(HONEST + byScript)
})
