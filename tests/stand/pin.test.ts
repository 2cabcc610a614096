import { beforeEach, describe, expect, it } from 'vitest'
import { isEasyPin, isPin, newPin, tryPin, waitLeft } from '../../src/stand/pin.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'

const FAST = 10

let memory: ReturnType<typeof memoryStorage>
let clock: number
const now = () => clock
beforeEach(async () => {
  memory = memoryStorage()
  clock = 1_000_000
  const pin = await newPin('4071', FAST)
  await memory.storage.write((tx) => tx.putNote('pin', pin))
})

const attempt = (digits: string) => tryPin(memory.storage, digits, now)
const failures = () => (memory.rows().notes.get('pin') as { failures: number }).failures

describe('a stand’s PIN', () => {
  it('has four to eight digits, and is none that anyone tries first', () => {
    expect(['123', '123456789', '12a4', ' 1234', ''].map(isPin)).toEqual([false, false, false, false, false])
    expect(['4071', '40718293'].map(isPin)).toEqual([true, true])
    expect(['1111', '1234', '4321', '567890'].map(isEasyPin)).toEqual([true, true, true, true])
    expect(isEasyPin('4071')).toBe(false)
  })

  it('is kept as a salted hash, another one each time', async () => {
    const [one, other] = [await newPin('4071', FAST), await newPin('4071', FAST)]
    expect(JSON.stringify(one)).not.toContain('4071')
    expect(one.hash).not.toBe(other.hash)
    expect((await newPin('4071')).rounds).toBeGreaterThanOrEqual(200_000)
  })

  it('opens, and forgets the failures before', async () => {
    expect(await attempt('9999')).toEqual({ ok: false, waitMs: 0 })
    expect(await attempt('4071')).toEqual({ ok: true })
    expect(failures()).toBe(0)
  })

  it('lets nobody try for longer and longer after the second wrong one, the right one included', async () => {
    const waits: number[] = []
    for (let n = 0; n < 5; n++) {
      const answer = await attempt('9999')
      const waitMs = 'waitMs' in answer ? answer.waitMs : -1
      waits.push(waitMs)
      if (waitMs > 0) expect(await attempt('4071')).toEqual({ ok: false, waitMs })
      clock += waitMs
    }
    expect(waits).toEqual([0, 0, 10_000, 20_000, 40_000])
    expect(await attempt('4071')).toEqual({ ok: true })
    expect(waitLeft({ failures: 60, failedAt: clock }, clock)).toBe(15 * 60_000)
  })

  it('counts a try before it looks at it, so that a reload forgets none', async () => {
    const trying = attempt('9999')
    await memory.storage.read(async () => {})
    expect(failures()).toBe(1)
    await trying
  })

  it('waits no longer and no shorter when the clock was set back', () => {
    expect(waitLeft({ failures: 3, failedAt: clock + 3_600_000 }, clock)).toBe(10_000)
  })

  it('fits nothing where none was chosen', async () => {
    await memory.storage.write((tx) => tx.putNote('pin', null))
    expect(await attempt('4071')).toEqual({ ok: false, waitMs: 0 })
  })
})
