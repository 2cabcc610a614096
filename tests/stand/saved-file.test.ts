import { expect, test } from 'vitest'
import { createQueue } from '../../src/outbox/queue.ts'
import { isCarried, leavingOf } from '../../src/stand/losses.ts'
import { noteSavedFile, savedFile } from '../../src/stand/saved-file.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'
import { envelope, NOON } from '../outbox/samples.ts'

const NOTE = { device: 'tablet', at: NOON, items: 12, lastSeq: 20 }

test('a saved file is known by how many it holds, and how many have come since', () => {
  expect(savedFile(null, 'tablet', { lastSeq: 20, waiting: 12 })).toBeNull()
  expect(savedFile(NOTE, 'tablet', { lastSeq: 20, waiting: 12 })).toEqual({ at: NOON, items: 12, since: 0 })
  expect(savedFile(NOTE, 'tablet', { lastSeq: 23, waiting: 15 })?.since).toBe(3)
  expect(savedFile(NOTE, 'tablet', { lastSeq: 23, waiting: 1 })?.since, 'the others were sent').toBe(1)
  expect(savedFile(NOTE, 'another enrolment', { lastSeq: 20, waiting: 12 }), 'numbered anew').toBeNull()
})

test('what is in a saved file is not called delivered, and what came since, or a withdrawal, is in none', async () => {
  const { storage } = memoryStorage()
  const queue = createQueue({ storage })
  await queue.keep(envelope())
  expect(isCarried(await leavingOf(storage))).toBe(false)
  await noteSavedFile(storage, { file: new File([], ''), items: 1, lastSeq: 1 }, NOON)
  const carried = await leavingOf(storage)
  expect(carried).toEqual({
    losses: { waiting: 1, refused: 0, withdrawals: 0 },
    file: { at: NOON, items: 1, since: 0 },
  })
  expect(isCarried(carried)).toBe(true)
  expect(isCarried({ ...carried, losses: { ...carried.losses, withdrawals: 1 } })).toBe(false)
  await queue.keep(envelope())
  expect(isCarried(await leavingOf(storage))).toBe(false)
})
