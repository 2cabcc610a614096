import type { ErasureLog, LogEntry } from '../../sync-server/store/erasure-log.ts'

/** An erasure log over a list that outlives the process and every backup. */
export const memoryLog = (entries: LogEntry[]): ErasureLog => ({
  content: { found: entries.length > 0, entries: [...entries], damaged: [] },
  append: async (entry) => void entries.push(entry),
  check: async () => ({ writable: true, freeBytes: Number.MAX_SAFE_INTEGER }),
  close: async () => {},
})
