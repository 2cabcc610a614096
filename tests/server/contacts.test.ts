import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { STRANGERS_KEPT } from '../../sync-server/store/senders.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { openForSigning, type Running, start } from './running.fixture.ts'
import { CONTACT, carriedBy, type Device, newDevice, senderOf } from './signed.fixture.ts'

// What the console will tell of each tablet: what it last said, what never came, whether it has a double.

let running: Running
let keys: Keys
let tablet: Device
let carrier: Device

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
  tablet = await newDevice()
  carrier = await newDevice()
  await running.store.enrolDevice(senderOf(tablet))
  await running.store.enrolDevice(senderOf(carrier))
})
afterEach(() => running.stop())

const some = (count: number) => Promise.all(Array.from({ length: count }, () => sealed(keys.sealingKey)))
const recordOf = async (device: Device) =>
  (await running.store.devices()).find((it) => it.device === device.id && it.key === device.key)
const carried = (text: string) => carriedBy(carrier, text)

describe('the last contact', () => {
  const said = { captured: 5, waiting: 3, refused: 1, withdrawn: 1, lastSeq: 5 }

  test('is kept with its moment, without items too, for an enrolled device and for a stranger', async () => {
    const stranger = await newDevice()
    for (const device of [tablet, stranger]) {
      await sendAs(running, device, [], { contact: said })
      expect((await recordOf(device))?.contact).toEqual({ ...said, heardAt: running.clock.now, carrier: null })
    }
    expect(await recordOf(tablet)).toMatchObject({ enrolledAt: running.clock.now, revokedAt: null, accepted: 0 })
    expect(await recordOf(stranger)).toMatchObject({ enrolledAt: null, revokedAt: null })
  })

  test('an enrolled device that was never heard stands in the list without one', async () => {
    expect(await recordOf(tablet)).toEqual({
      ...senderOf(tablet),
      enrolledAt: running.clock.now,
      revokedAt: null,
      place: null,
      accepted: 0,
      quarantined: 0,
      contact: null,
      neverArrived: [],
      clonedSeq: null,
    })
  })

  test('a newer one takes its place', async () => {
    await sendAs(running, tablet, [], { contact: said })
    running.clock.now += 1000
    await sendAs(running, tablet, [], { contact: { ...said, waiting: 0 } })
    expect((await recordOf(tablet))?.contact).toEqual({
      ...said,
      waiting: 0,
      heardAt: running.clock.now,
      carrier: null,
    })
  })

  test('an older one that was held up on its way only tells that the device is alive', async () => {
    await sendAs(running, tablet, [], { contact: said })
    running.clock.now += 1000
    await sendAs(running, tablet, [], { contact: { ...said, captured: 4, waiting: 4, lastSeq: 4 } })
    expect((await recordOf(tablet))?.contact).toEqual({ ...said, heardAt: running.clock.now, carrier: null })
  })

  test.each([
    ['lower figures', { captured: 4, waiting: 4, lastSeq: 4 }],
    ['the same figures, of which nobody knows which is newer', { waiting: 5 }],
  ])('brought by a carrier with %s does not take the place of what is known', async (_, older) => {
    await sendAs(running, tablet, [], { contact: said })
    const before = await recordOf(tablet)
    running.clock.now += 1000
    await sendAs(running, tablet, await some(1), { contact: { ...said, ...older } }, carried)
    expect(await recordOf(tablet)).toEqual({ ...before, accepted: 1, neverArrived: [{ first: 2, last: 5 }] })
  })

  test('brought by who cannot prove to be a carrier is no more believed than by one', async () => {
    await sendAs(running, tablet, [], { contact: said })
    const forged = async (text: string) => ({ ...(await carried(text)), 'paraphe-carrier-key': tablet.key })
    await sendAs(running, tablet, [], { contact: { ...said, waiting: 5 } }, forged)
    expect((await recordOf(tablet))?.contact).toMatchObject({ ...said, carrier: null })
  })

  test('brought by a carrier is kept where it is the newer one, with who brought it', async () => {
    await sendAs(running, tablet, [], { contact: said })
    const newer = { ...said, captured: 6, waiting: 4, lastSeq: 6 }
    await sendAs(running, tablet, [], { contact: newer }, carried)
    expect((await recordOf(tablet))?.contact).toMatchObject({ ...newer, carrier: carrier.id })
    const newest = { ...newer, captured: 7, lastSeq: 7 }
    await sendAs(running, tablet, [], { contact: newest }, async () => ({ 'paraphe-carrier': 'console' }))
    expect((await recordOf(tablet))?.contact).toMatchObject({ ...newest, carrier: 'unproven' })
  })

  test('strangers are remembered up to a number, and enrolled devices always', async () => {
    await sendAs(running, tablet, [])
    const contributor = await newDevice()
    await sendAs(running, contributor, await some(1))
    running.clock.now += 1000
    const take = (device: string) =>
      running.store.take({
        batch: newUuid(),
        arrivals: [],
        sender: { device, key: tablet.key },
        contact: CONTACT,
        seqs: [],
        carrier: null,
        proof: null,
        doubt: null,
      })
    for (let i = 0; i < STRANGERS_KEPT + 20; i++) await take(newUuid())
    const all = await running.store.devices()
    expect(all.filter((it) => it.enrolledAt === null)).toHaveLength(STRANGERS_KEPT)
    expect(await recordOf(tablet)).toBeDefined()
    expect(await recordOf(contributor)).toMatchObject({ accepted: 1 })
  })
})

describe('what never arrived', () => {
  const missing = async () => (await recordOf(tablet))?.neverArrived

  test('is told as ranges, up to the last number that the device gave', async () => {
    await sendAs(running, tablet, await some(3), { seqs: [1, 2, 5], contact: { lastSeq: 7 } })
    expect(await missing()).toEqual([
      { first: 3, last: 4 },
      { first: 6, last: 7 },
    ])
    await sendAs(running, tablet, await some(2), { seqs: [7, 3], contact: { lastSeq: 7 } })
    expect(await missing()).toEqual([
      { first: 4, last: 4 },
      { first: 6, last: 6 },
    ])
    await sendAs(running, tablet, await some(2), { seqs: [4, 6], contact: { lastSeq: 7 } })
    expect(await missing()).toEqual([])
  })

  test('does not hold what was withdrawn or refused: that came', async () => {
    const [first, second] = await some(2)
    await sendAs(running, tablet, [first, second, null], { seqs: [1, 2, 3], contact: { lastSeq: 3 } })
    await running.store.withdraw('droits-2024', second?.withdrawTag as string)
    await sendAs(running, tablet, [second], { seqs: [2], contact: { lastSeq: 3 } })
    expect(await missing()).toEqual([])
  })

  test('a stranger that numbers with many holes is not followed for ever', async () => {
    const stranger = { device: newUuid(), key: carrier.key }
    const numbers = Array.from({ length: 3000 }, (_, i) => 1 + 2 * i)
    for (let at = 0; at < numbers.length; at += 200) {
      const seqs = numbers.slice(at, at + 200)
      await running.store.take({
        batch: newUuid(),
        arrivals: [],
        sender: stranger,
        contact: CONTACT,
        seqs,
        carrier: null,
        proof: null,
        doubt: null,
      })
    }
    const record = (await running.store.devices()).find((it) => it.device === stranger.device)
    expect(record?.neverArrived.length).toBeLessThan(800)
  })
})

describe('a double', () => {
  const cloned = async () => (await recordOf(tablet))?.clonedSeq

  test('is flagged when a number comes with another envelope, in another batch or the same', async () => {
    const [a, b, c] = await some(3)
    await sendAs(running, tablet, [a, b], { seqs: [1, 2] })
    expect(await cloned()).toBeNull()
    await sendAs(running, tablet, [c], { seqs: [2] })
    expect(await cloned()).toBe(2)
    await sendAs(running, carrier, await some(2), { seqs: [9, 9] })
    expect((await recordOf(carrier))?.clonedSeq).toBe(9)
  })

  test('is not seen in what was sent again, nor in what was refused at first', async () => {
    const envelopes = await some(2)
    const early = { ...envelopes[0], key: '0'.repeat(32) }
    expect((await sendAs(running, tablet, [early], { seqs: [1] })).verdicts).toEqual(['refused'])
    for (let i = 0; i < 2; i++) await sendAs(running, tablet, envelopes, { seqs: [1, 2] })
    await running.store.withdraw('droits-2024', envelopes[1]?.withdrawTag as string)
    await sendAs(running, tablet, envelopes, { seqs: [1, 2] })
    expect(await cloned()).toBeNull()
  })
})
