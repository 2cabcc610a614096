import { describe, expect, it } from 'vitest'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { UsedSlips } from '../../src/stand/used-slips.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'

const code = newReceiptCode()

describe('a used slip', () => {
  it('is known in this page and, after a restart, to kiosk and paper rows alike; it is never written down as it is', async () => {
    const { storage } = memoryStorage()
    const morning = new UsedSlips(storage)
    expect(await morning.has('c-1', code)).toBe(false)
    await morning.use('c-1', code)
    expect(await morning.has('c-1', code)).toBe(true)

    const evening = new UsedSlips(storage)
    expect(await evening.has('c-1', code)).toBe(true)
    expect(await evening.claim(await withdrawTag('c-1', code))).toBe(false)
    expect(await evening.has('c-1', newReceiptCode())).toBe(false)
    expect(await evening.has('c-2', code)).toBe(false)
    expect(JSON.stringify(await storage.read((tx) => tx.note('slips')))).not.toContain(code)
  })

  it('is held by one of two rows that come at once, and is free again when nothing was kept with it', async () => {
    const slips = new UsedSlips(memoryStorage().storage)
    const tag = await withdrawTag('c-1', code)
    expect(await Promise.all([slips.claim(tag), slips.claim(tag)])).toEqual([true, false])
    slips.free(tag)
    expect(await slips.claim(tag)).toBe(true)
  })

  it('is known in this page where the storage fails', async () => {
    const failing = () => Promise.reject(new StorageFailure('disk-full'))
    const slips = new UsedSlips({ read: failing, write: failing })
    await slips.use('c-1', code)
    expect(await slips.has('c-1', code)).toBe(true)
    expect(await slips.has('c-1', newReceiptCode())).toBe(false)
  })
})
