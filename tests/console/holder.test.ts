import { describe, expect, it } from 'vitest'
import { Holder } from '../../src/console/holder.ts'

const station = () => ({
  locked: 0,
  lock() {
    this.locked += 1
  },
})

describe('an opened key', () => {
  it('is held until it is let go, and then locked', async () => {
    const holder = new Holder<ReturnType<typeof station>>()
    const key = station()
    await holder.take(Promise.resolve(key))
    expect(holder.current).toBe(key)
    expect(key.locked).toBe(0)
    holder.letGo()
    expect(holder.current).toBeNull()
    expect(key.locked).toBe(1)
  })

  it('that comes when its screen has been left is locked at once', async () => {
    const holder = new Holder<ReturnType<typeof station>>()
    const key = station()
    let come: (it: typeof key) => void = () => {}
    const taking = holder.take(new Promise((resolve) => (come = resolve)))
    holder.letGo()
    come(key)
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' })
    expect(key.locked).toBe(1)
    expect(holder.current).toBeNull()
  })

  it('gives way to the one that was asked for last', async () => {
    const holder = new Holder<ReturnType<typeof station>>()
    const [first, second] = [station(), station()]
    let come: (it: typeof first) => void = () => {}
    const slow = holder.take(new Promise((resolve) => (come = resolve)))
    await holder.take(Promise.resolve(second))
    come(first)
    await expect(slow).rejects.toMatchObject({ name: 'AbortError' })
    expect([first.locked, second.locked]).toEqual([1, 0])
    expect(holder.current).toBe(second)
  })
})
