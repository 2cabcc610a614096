import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { webLock } from '../../src/outbox/lock.ts'
import { alarm } from '../../src/outbox/send.ts'

/** One lock, as browsers give it: who comes later waits, or leaves when told so. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) =>
    new Promise((resolve, reject) => {
      let gone = false
      signal.addEventListener('abort', () => {
        gone = true
        reject(signal.reason)
      })
      last = last.then(() => (gone ? undefined : work().then(resolve, reject)))
    })
  return { request } as unknown as LockManager
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the drain’s lock', () => {
  it('lets one work at a time', async () => {
    const lock = webLock(fakeLocks(), alarm)
    const order: string[] = []
    let finish = () => {}
    const first = lock(
      () => new Promise<void>((resolve) => (finish = resolve)).then(() => void order.push('first')),
      1e6,
    )
    const second = lock(async () => void order.push('second'), 1e6)
    await vi.advanceTimersByTimeAsync(1000)
    expect(order).toEqual([])
    finish()
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
  })

  it('is done without when its holder is stuck for longer than the patience', async () => {
    const locks = fakeLocks()
    const lock = webLock(locks, alarm)
    void lock(() => new Promise(() => {}), 1e9)
    let ran = false
    const second = lock(async () => {
      ran = true
      return 'sent'
    }, 5000)
    await vi.advanceTimersByTimeAsync(4999)
    expect(ran).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await second).toBe('sent')
  })

  it('does not interrupt or repeat work that takes longer than the patience', async () => {
    const lock = webLock(fakeLocks(), alarm)
    let times = 0
    const working = lock(() => {
      times += 1
      return new Promise((resolve) => setTimeout(() => resolve('done'), 60_000))
    }, 5000)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([await working, times]).toEqual(['done', 1])
  })

  it('hands on the error of the work, once', async () => {
    const lock = webLock(fakeLocks(), alarm)
    let times = 0
    const failing = lock(async () => {
      times += 1
      throw new Error('broken')
    }, 5000)
    await expect(failing).rejects.toThrow('broken')
    expect(times).toBe(1)
  })

  it('is no condition: where there are no locks, or they are refused, work simply begins', async () => {
    expect(await webLock(undefined, alarm)(async () => 'sent', 5000)).toBe('sent')
    const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }
    expect(await webLock(refusing as unknown as LockManager, alarm)(async () => 'sent', 5000)).toBe('sent')
  })
})
