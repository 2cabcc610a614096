import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { countsOf, openForSigning, type Running, start } from './running.fixture.ts'
import { type Device, newDevice, senderOf } from './signed.fixture.ts'

let running: Running
let keys: Keys
let tablet: Device

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
  tablet = await newDevice()
})
afterEach(() => running.stop())

const some = (count: number) => Promise.all(Array.from({ length: count }, () => sealed(keys.sealingKey)))
const enrol = (device = tablet) => running.store.enrolDevice(senderOf(device))

describe('an enrolled device', () => {
  test('has its envelopes counted, and hears how many were ever taken', async () => {
    expect(await enrol()).toBe('enrolled')
    const envelopes = await some(3)
    expect(await sendAs(running, tablet, envelopes.slice(0, 2))).toEqual({
      accepted: 2,
      verdicts: ['stored', 'stored'],
    })
    expect(await sendAs(running, tablet, envelopes)).toEqual({
      accepted: 3,
      verdicts: ['duplicate', 'duplicate', 'stored'],
    })
    expect(await countsOf(running)).toMatchObject({ awa: 3 })
  })

  test('is enrolled once: the same again changes nothing, another key is refused', async () => {
    await enrol()
    expect(await enrol()).toBe('enrolled')
    const other = { ...(await newDevice()), id: tablet.id }
    expect(await enrol(other)).toBe('other-key')
    await sendAs(running, other, await some(1))
    expect(await countsOf(running)).toMatchObject({ awa: 0 })
  })

  test('that was revoked is quarantined from then on, and what was counted stays', async () => {
    await enrol()
    const [before, after] = [await some(1), await some(1)]
    await sendAs(running, tablet, before)
    expect(await running.store.revokeDevice(tablet.id)).toBe(true)
    expect(await sendAs(running, tablet, [...before, ...after])).toEqual({
      accepted: 2,
      verdicts: ['duplicate', 'stored'],
    })
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
    expect(await enrol()).toBe('revoked')
  })

  test('cannot be revoked where nobody enrolled it', async () => {
    expect(await running.store.revokeDevice(tablet.id)).toBe(false)
  })

  test('settles its own quarantine once it is known, and nothing is taken twice', async () => {
    const envelopes = await some(2)
    expect(await sendAs(running, tablet, envelopes)).toMatchObject({ accepted: 2 })
    await enrol()
    expect(await sendAs(running, tablet, envelopes)).toEqual({ accepted: 2, verdicts: ['stored', 'stored'] })
    expect(await countsOf(running)).toMatchObject({ awa: 2 })
  })
})
