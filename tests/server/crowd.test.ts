import { describe, expect, test } from 'vitest'
import { Crowd, networkOf } from '../../sync-server/crowd.ts'
import { BUSY, BYTES_FOR_ONE, OF_ONE_TOWN, times } from '../../sync-server/price.ts'

describe('the price', () => {
  test('is the base for one signature, whoever sends it, below overload', () => {
    expect(times(1300, 0, 0)).toBe(1)
    expect(times(1300, BUSY - 1, BUSY - 1)).toBe(1)
  })

  test('grows with what is sent at once', () => {
    expect(times(BYTES_FOR_ONE, 0, 0)).toBe(1)
    expect(times(BYTES_FOR_ONE + 1, 0, 0)).toBe(2)
    expect(times(240 * 1024, 0, 0)).toBe(20)
  })

  test('grows under load where most comes from, up to eight times, and not for a town beside it', () => {
    expect(times(1300, OF_ONE_TOWN, BUSY)).toBe(1)
    expect(times(1300, OF_ONE_TOWN + 1, BUSY)).toBe(2)
    expect(times(1300, 2 * OF_ONE_TOWN, BUSY)).toBe(4)
    expect(times(1300, 4 * OF_ONE_TOWN, BUSY)).toBe(8)
    expect(times(1300, 400 * OF_ONE_TOWN, 400 * BUSY)).toBe(8)
  })
})

describe('how much came from where', () => {
  const clock = { now: 0 }
  const crowd = () => new Crowd({ periodMs: 1000, now: () => clock.now })

  test('is told by address and in all, and forgotten with the period', () => {
    clock.now = 500
    const it = crowd()
    it.add('203.0.113.7', 2)
    it.add('203.0.113.7', 1)
    it.add('2001:db8::1', 5)
    expect([it.from('203.0.113.7'), it.from('203.0.113.8'), it.everywhere]).toEqual([3, 0, 8])
    clock.now = 1000
    expect([it.from('203.0.113.7'), it.everywhere]).toEqual([0, 0])
  })

  test('is kept under nothing that names an address', () => {
    const it = crowd()
    it.add('203.0.113.7', 1)
    expect(JSON.stringify(Object.values(it))).not.toContain('203.0')
  })

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('an address stands for its network: %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
