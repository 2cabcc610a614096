import { expect, test } from 'vitest'
import type { Envelope } from '../../protocol/envelope.ts'
import { notSent } from '../../src/outbox/not-sent.ts'
import { createQueue } from '../../src/outbox/queue.ts'
import { memoryStorage } from './memory-storage.ts'
import { all, answer, envelope, NOON } from './samples.ts'

const asked = (storage: ReturnType<typeof memoryStorage>['storage']) => storage.read((tx) => notSent(tx, 'ecrire-2024'))

test('what waits here is counted by petition, and nothing that arrived, is no signature, or is another campaign’s', async () => {
  const { storage } = memoryStorage()
  const queue = createQueue({ storage })
  expect(await asked(storage)).toEqual({})
  const [both, one] = [envelope(), { ...envelope(), petitions: ['joel-paredes'] } as Envelope]
  await queue.keep(both)
  await queue.keep(one)
  await queue.keep(envelope({ campaign: 'autre' }))
  await queue.keep({ ...envelope(), kind: 'letter', petitions: ['joel-paredes'] } as Envelope)
  expect(await asked(storage)).toEqual({ 'joel-paredes': 2, 'manahel-al-otaibi': 1 })
  const batch = await queue.nextBatch({ items: 1, bytes: 100_000 })
  await queue.settle(answer(all([both.id])), batch?.entries ?? [], NOON)
  expect(await asked(storage)).toEqual({ 'joel-paredes': 1 })
})

test('more than one page of them is counted to the end', async () => {
  const { storage } = memoryStorage()
  const queue = createQueue({ storage })
  for (let n = 0; n < 1003; n++) await queue.keep(envelope({ bytes: 40 }))
  expect(await asked(storage)).toEqual({ 'joel-paredes': 1003, 'manahel-al-otaibi': 1003 })
})
