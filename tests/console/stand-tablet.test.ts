import { expect, it } from 'vitest'
import { isStandTablet } from '../../src/console/stand-tablet.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'

it('knows a stand’s tablet, from the moment that its enrolment begins', async () => {
  const { storage } = memoryStorage()
  expect(await isStandTablet(storage)).toBe(false)
  await storage.write((tx) => tx.putNote('enrolling', {} as never))
  expect(await isStandTablet(storage)).toBe(true)
  await storage.write(async (tx) => {
    await tx.putNote('enrolling', null)
    await tx.putNote('enrolled', {} as never)
  })
  expect(await isStandTablet(storage)).toBe(true)
})

it('takes a browser that keeps nothing for none, and a mistake for what it is', async () => {
  expect(await isStandTablet({ read: () => Promise.reject(new StorageFailure('cannot-open')) })).toBe(false)
  await expect(isStandTablet({ read: () => Promise.reject(new TypeError('a mistake')) })).rejects.toThrow('a mistake')
})
