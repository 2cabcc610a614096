import { StorageFailure, type StorageProblem } from './storage.ts'

// Which of the closed list an error from IndexedDB is. Seen in Chromium 150 and 156 (tests/outbox/storage-failure.test.ts has each):
// - quota comes at commit as AbortError with the QuotaExceededError hidden in `inner`;
// - a disk that is really full says FILE_ERROR_NO_SPACE in the message of an UnknownError, inside Dexie's BulkError or AbortError,
//   and then refuses to open with QuotaExceededError or UnknownError;
// - a connection that the browser closed gives DatabaseClosedError, or InvalidStateError while it is closing, and aborts what is
//   running for no reason given. So an abort without a reason says nothing of the disk.

interface Named {
  name: string
  message?: string
  inner?: unknown
  /** What Dexie's BulkError and ModifyError collect. */
  failures?: unknown[]
}

const isNamed = (error: unknown): error is Named => typeof (error as Named | null)?.name === 'string'

/** An error and what it hides, outermost first; of a collection its first. */
function chain(error: unknown): Named[] {
  const all: Named[] = []
  for (let at = error; isNamed(at) && all.length < 4; at = at.failures?.[0] ?? at.inner) if (!at.failures) all.push(at)
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
  const all = chain(error)
  const outer = all[0]?.name
  if (outer === undefined || !OF_A_STORAGE.has(outer)) return null
  const has = (name: string) => all.some((it) => it.name === name)
  const openFailed = opening || outer === 'OpenFailedError'
  if (all.some((it) => /NO_SPACE|full disk/.test(it.message ?? ''))) return 'disk-full'
  if (has('QuotaExceededError')) return openFailed ? 'disk-full' : 'quota'
  if (has('DatabaseClosedError')) return 'connection-lost'
  if (openFailed || outer === 'MissingAPIError' || outer === 'SecurityError') return 'cannot-open'
  if (outer === 'InvalidStateError') return 'closing'
  return 'connection-lost'
}
