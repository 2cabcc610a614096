import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { ENROL, enrolStatement, newEnrolCode, type Stand } from '../../protocol/stand.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { call, countsOf, logIn, openForSigning, type Running, start } from './running.fixture.ts'
import { type Device, newDevice } from './signed.fixture.ts'
import { type Coordinator, coordinator, draft, enrol as enrolAt, openStand, standNow } from './stands.fixture.ts'

let running: Running
let keys: Keys
let by: Coordinator
let stand: Stand
let code: string
let tablet: Device

beforeEach(async () => {
  running = await start({ trustProxy: ['127.0.0.1'] })
  keys = await openForSigning(running)
  by = coordinator(running, (await logIn(running)).cookie)
  ;({ stand, code } = await openStand(by))
  tablet = await newDevice()
})
afterEach(() => running.stop())

const DAY = 24 * 60 * 60 * 1000
const enrol = (device = tablet, with_ = code) => enrolAt(running, device, with_)
const wordOf = async (answer: ReturnType<typeof enrol>) => {
  const { statusCode } = await answer
  return [statusCode, (await answer).json().reason]
}
const used = async () => (await by.list()).json().stands[0].code

describe('a tablet is not enrolled', () => {
  test('by a key that is not its own, or a signature for something else', async () => {
    const other = await newDevice()
    const foreign = enrolStatement(newEnrolCode(), tablet.id, tablet.key)
    for (const asking of [{ signer: other }, { statement: foreign }])
      expect(await wordOf(enrolAt(running, tablet, code, asking))).toEqual([401, 'wrong-signature'])
    expect(await used()).toMatchObject({ used: 0 })
  })

  test('by a request of another shape', async () => {
    for (const body of [{}, { code: 'COURT', device: tablet.id, key: tablet.key, signature: 'AAAA' }])
      expect(await wordOf(call(running, ENROL, { body }) as never)).toEqual([400, 'not-this-shape'])
  })

  test('by a code that nobody made, that was taken back, or whose week is over', async () => {
    expect(await wordOf(enrol(tablet, newEnrolCode()))).toEqual([404, 'unknown-code'])
    await by.withdraw(stand.id)
    expect(await wordOf(enrol())).toEqual([410, 'expired-code'])
    const { code: next } = (await by.code(stand.id)).json()
    expect(await wordOf(enrol())).toEqual([410, 'expired-code'])
    running.clock.now += 7 * DAY - 1
    expect((await enrol(tablet, next)).statusCode).toBe(200)
    running.clock.now += 1
    expect(await wordOf(enrol(await newDevice(), next))).toEqual([410, 'expired-code'])
  })

  test('by a code of a stand that was closed, until it has a new one', async () => {
    await by.change(stand.id, { draft: draft(), closed: true })
    expect(await wordOf(enrol())).toEqual([410, 'expired-code'])
    await by.change(stand.id, { draft: draft(), closed: false })
    expect(await wordOf(enrol())).toEqual([410, 'expired-code'])
  })

  test('by a code that has enrolled as many as it was made for', async () => {
    await enrol(await newDevice())
    await enrol(await newDevice())
    expect(await wordOf(enrol())).toEqual([410, 'used-code'])
    expect(await used()).toMatchObject({ tablets: 2, used: 2 })
  })

  test('twice at the same moment by the last use of a code', async () => {
    const { code: one } = (await by.code(stand.id, 1)).json()
    const answers = await Promise.all([enrol(tablet, one), enrol(await newDevice(), one)])
    expect(answers.map((it) => it.statusCode).sort()).toEqual([200, 410])
  })

  test('under an id that is another key’s, or once it was revoked', async () => {
    await enrol()
    const other = { ...(await newDevice()), id: tablet.id }
    expect(await wordOf(enrol(other))).toEqual([401, 'wrong-signature'])
    await by.revoke(stand.id, tablet.id)
    expect(await wordOf(enrol())).toEqual([403, 'revoked-device'])
    expect(await wordOf(enrol(tablet, (await by.code(stand.id)).json().code))).toEqual([403, 'revoked-device'])
  })
})

describe('a code', () => {
  test('makes a tablet the stand’s next one, which hears its stand and the root to pin', async () => {
    const first = await enrol()
    expect([first.statusCode, first.json()]).toEqual([200, { stand, tablet: 1, root: keys.root }])
    expect(first.headers['cache-control']).toBe('no-store')
    expect((await enrol(await newDevice())).json().tablet).toBe(2)
  })

  test('is used up once by a tablet that asks again, and that keeps its number even when the code is over', async () => {
    const first = (await enrol()).json()
    expect((await Promise.all([enrol(), enrol()])).map((it) => it.json())).toEqual([first, first])
    expect(await used()).toMatchObject({ used: 1 })
    await by.withdraw(stand.id)
    running.clock.now += 30 * DAY
    expect((await enrol()).json()).toEqual(first)
  })

  test('gives no number twice, also after a revocation', async () => {
    await enrol()
    await by.revoke(stand.id, tablet.id)
    expect((await enrol(await newDevice())).json().tablet).toBe(2)
  })

  test('moves an enrolled tablet to another stand', async () => {
    await enrol()
    running.clock.now += 1
    const { stand: other } = (await by.make(draft({ name: 'Plage' }))).json()
    const answer = await enrol(tablet, (await by.code(other.id)).json().code)
    expect(answer.json()).toMatchObject({ stand: { id: 'plage' }, tablet: 1 })
    expect((await by.list()).json().stands.map((it: { devices: [] }) => it.devices.length)).toEqual([1, 0])
  })

  test('stands in the database as a hash only, and in no log', async () => {
    await enrol()
    await enrol(tablet, newEnrolCode())
    await running.store.settled()
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(`${running.dataDir}/paraphe.sqlite`).includes(code)).toBe(false)
    expect(running.logs.join('')).not.toContain(code)
    expect(running.logs.join('')).toContain(tablet.id)
  })
})

describe('wrong codes', () => {
  const guess = (from: string, with_ = newEnrolCode()) => enrolAt(running, tablet, with_, { from })

  test('are slowed for an address, for a minute at most, and for no other', async () => {
    for (let i = 0; i < 5; i++) expect((await guess('203.0.113.1')).statusCode).toBe(404)
    const slowed = await guess('203.0.113.1')
    expect([slowed.statusCode, slowed.json()]).toEqual([429, { reason: 'too-many' }])
    const wait = Number(slowed.headers['retry-after'])
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await guess('203.0.113.2')).statusCode).toBe(404)
    running.clock.now += wait * 1000
    expect((await guess('203.0.113.1')).statusCode).toBe(404)
  })

  test('keep nobody out who has a right one, whoever else guesses at the same address', async () => {
    for (let i = 0; i < 20; i++) await guess('203.0.113.1')
    expect((await guess('203.0.113.1', code)).statusCode).toBe(200)
  })
})

describe('an enrolled tablet', () => {
  const some = (count: number) => Promise.all(Array.from({ length: count }, () => sealed(keys.sealingKey)))

  test('has what it sends counted, and from its revocation on quarantined', async () => {
    await enrol()
    await sendAs(running, tablet, await some(2))
    expect(await countsOf(running)).toMatchObject({ awa: 2 })
    expect((await by.revoke(stand.id, tablet.id)).json().devices[0].revokedAt).not.toBeNull()
    await sendAs(running, tablet, await some(3), { seqs: [3, 4, 5] })
    expect(await countsOf(running)).toMatchObject({ awa: 2 })
    expect((await by.list()).json().stands[0].devices[0]).toMatchObject({ accepted: 5, quarantined: 3 })
  })

  test('that was a stranger before has what waited counted, once', async () => {
    const envelopes = await some(3)
    await sendAs(running, tablet, envelopes)
    expect(await countsOf(running)).toMatchObject({ awa: 0 })
    await enrol()
    expect(await countsOf(running)).toMatchObject({ awa: 3 })
    expect(await sendAs(running, tablet, envelopes)).toEqual({ accepted: 3, verdicts: Array(3).fill('duplicate') })
  })

  test('hears what its stand is now', async () => {
    await enrol()
    await by.change(stand.id, { draft: draft({ petitions: ['awa'], to: '2026-11-30' }), closed: false })
    const answer = await standNow(running, tablet)
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { stand: { ...stand, petitions: ['awa'], to: '2026-11-30' }, tablet: 1, root: keys.root },
    ])
  })

  test('is not told about its stand without its signature, for another id, once revoked, or where none has it', async () => {
    const word = async (answer: ReturnType<typeof standNow>) => {
      const { statusCode } = await answer
      return [statusCode, (await answer).json().reason]
    }
    expect(await word(standNow(running, tablet))).toEqual([404, 'unknown-stand'])
    await enrol()
    expect(await word(standNow(running, tablet, await newDevice()))).toEqual([401, 'wrong-signature'])
    expect(await word(standNow(running, tablet, tablet, newUuid()))).toEqual([400, 'not-this-shape'])
    // The id of an enrolled tablet under a key of one's own.
    expect(await word(standNow(running, { ...(await newDevice()), id: tablet.id }))).toEqual([404, 'unknown-stand'])
    const bare = await running.app.inject({
      method: 'POST',
      url: `/api/v1/devices/${tablet.id}/stand`,
      payload: { v: 1, device: tablet.id, at: '' },
    })
    expect([bare.statusCode, bare.json().reason]).toEqual([401, 'signature-needed'])
    await by.revoke(stand.id, tablet.id)
    expect(await word(standNow(running, tablet))).toEqual([403, 'revoked-device'])
  })
})
