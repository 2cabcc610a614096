import { describe, expect, it } from 'vitest'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { problemOf } from '../../src/outbox/storage-failure.ts'

const named = (name: string, inner?: string) => Object.assign(new Error(), { name, inner: inner && { name: inner } })

describe('a failure of the storage is one of a closed list', () => {
  // Name, what Dexie hides in it, whether it came while opening (seen in Chromium: traps.md §8).
  it.each([
    ['AbortError', 'QuotaExceededError', false, 'quota'],
    ['QuotaExceededError', undefined, false, 'quota'],
    ['QuotaExceededError', undefined, true, 'disk-full'],
    ['OpenFailedError', 'QuotaExceededError', false, 'disk-full'],
    ['AbortError', 'AbortError', false, 'disk-full'],
    ['OpenFailedError', 'UnknownError', false, 'cannot-open'],
    ['UnknownError', undefined, true, 'cannot-open'],
    ['SecurityError', undefined, true, 'cannot-open'],
    ['MissingAPIError', undefined, false, 'cannot-open'],
    ['DatabaseClosedError', undefined, false, 'connection-lost'],
    ['DatabaseClosedError', undefined, true, 'connection-lost'],
    ['OpenFailedError', 'DatabaseClosedError', false, 'connection-lost'],
    ['UnknownError', undefined, false, 'connection-lost'],
    ['InvalidStateError', undefined, false, 'closing'],
  ])('%s with %s inside, while opening: %s, is "%s"', (name, inner, opening, problem) => {
    expect(problemOf(named(name, inner), opening)).toBe(problem)
  })

  it('stays what it was when it is one already', () => {
    expect(problemOf(new StorageFailure('blocked'), true)).toBe('blocked')
  })

  it.each([new TypeError('x'), named('ConstraintError'), named('DataError'), 'text', null])(
    'does not hide a mistake in the program: %s',
    (error) => {
      expect(problemOf(error, false)).toBeNull()
    },
  )
})
