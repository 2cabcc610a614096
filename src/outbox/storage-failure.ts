import { StorageFailure, type StorageProblem } from './storage.ts'

// Which of the closed list an error from IndexedDB is. Seen in Chromium 156 (tests/outbox/storage-failure.test.ts has each):
// - quota comes at commit as AbortError with the QuotaExceededError hidden in `inner`;
// - a full disk refuses to open with QuotaExceededError or UnknownError, and aborts what is running for no given reason;
// - a connection that the browser closed gives DatabaseClosedError, or InvalidStateError while it is closing.

interface Named {
  name: string
  inner?: unknown
}

const isNamed = (error: unknown): error is Named => typeof (error as Named | null)?.name === 'string'

/** The names of an error and of what it hides, outermost first. */
function names(error: unknown): string[] {
  const all: string[] = []
  for (let at = error; isNamed(at) && all.length < 4; at = at.inner) all.push(at.name)
  return all
}

const OF_A_STORAGE = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidAccessError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'QuotaExceededError',
  'ReadOnlyError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
])

/**
 * The problem that an error from the storage stands for; null where it did not come from a storage (a programming error,
 * which must not be dressed up as one). `opening`: no transaction had begun yet.
 */
export function problemOf(error: unknown, opening: boolean): StorageProblem | null {
  if (error instanceof StorageFailure) return error.problem
  const [outer, ...inner] = names(error)
  if (outer === undefined || !OF_A_STORAGE.has(outer)) return null
  const full = outer === 'QuotaExceededError' || inner.includes('QuotaExceededError')
  if (full) return opening || outer === 'OpenFailedError' ? 'disk-full' : 'quota'
  if (outer === 'DatabaseClosedError' || inner.includes('DatabaseClosedError')) return 'connection-lost'
  if (outer === 'OpenFailedError' || outer === 'MissingAPIError' || outer === 'SecurityError' || opening)
    return 'cannot-open'
  if (outer === 'InvalidStateError') return 'closing'
  if (outer === 'AbortError') return 'disk-full'
  return 'connection-lost'
}
