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
    // What was running when the browser closed the connection; a full disk says so.
    ['AbortError', 'AbortError', false, 'connection-lost'],
    ['AbortError', 'UnknownError', false, 'connection-lost'],
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

  const noSpace = Object.assign(named('UnknownError'), {
    message: 'IO error: .../000003.log: FILE_ERROR_NO_SPACE (3::x)',
  })
  const fullAtOpen = Object.assign(named('UnknownError'), {
    message: 'Encountered full disk while opening backing store',
  })

  it.each([
    ['a full disk, in a put', noSpace, 'disk-full'],
    ['a full disk, at the commit', Object.assign(named('AbortError'), { inner: noSpace }), 'disk-full'],
    ['a full disk, while opening', Object.assign(named('OpenFailedError'), { inner: fullAtOpen }), 'disk-full'],
    ['a quota', named('AbortError', 'QuotaExceededError'), 'quota'],
    ['an abort', named('AbortError'), 'connection-lost'],
  ])('is seen inside of what Dexie collects from many rows: %s', (_, error, problem) => {
    const collected = Object.assign(named('BulkError'), { failures: [error] })
    expect(problemOf(collected, false)).toBe(problem)
    expect(problemOf(Object.assign(named('ModifyError'), { failures: [error] }), false)).toBe(problem)
    expect(problemOf(error, false)).toBe(problem)
  })

  it('stays what it was when it is one already', () => {
    expect(problemOf(new StorageFailure('blocked'), true)).toBe('blocked')
  })

  it.each([
    new TypeError('x'),
    Object.assign(named('BulkError'), { failures: [named('DataError')] }),
    named('ConstraintError'),
    named('DataError'),
    'text',
    null,
  ])('does not hide a mistake in the program: %s', (error) => {
    expect(problemOf(error, false)).toBeNull()
  })
})
