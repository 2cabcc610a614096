import { access, constants, type FileHandle, open, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod/mini'
import { Digest, Slug, UtcTime, Uuid } from '../../protocol/ids.ts'

// What was erased, apart from the database and its backups, so that a restored backup can be made to forget again. Tags only:
// a tag is the hash of a random code and tells nothing about anybody.

export const LogEntry = z.discriminatedUnion('what', [
  z.strictObject({ at: UtcTime, what: z.literal('withdrawal'), campaign: Slug, withdrawTag: Digest }),
  z.strictObject({ at: UtcTime, what: z.literal('destruction'), campaign: Slug }),
  /** The database that was opened or closed beside this log holds the same token: an older copy of it holds another. */
  z.strictObject({ at: UtcTime, what: z.literal('opening'), token: Uuid }),
])

export type LogEntry = z.infer<typeof LogEntry>

export interface LogContent {
  /** False where the log did not exist before it was opened. */
  found: boolean
  /** Oldest first. */
  entries: LogEntry[]
  /** Numbers of the lines that cannot be read, from 1. */
  damaged: number[]
}

export interface ErasureLog {
  /** What was in it when it was opened. */
  readonly content: LogContent
  /** Resolves when the line is on disk. */
  append(entry: LogEntry): Promise<void>
  /** Whether a line could be appended now, to the file that a restore will look for. Writes nothing. */
  check(): Promise<{ writable: boolean; freeBytes: number }>
  close(): Promise<void>
}

/**
 * Opens (or makes) a log: one JSON object per line, only ever appended. A last line that a power cut left without its end is
 * taken off: nobody has been answered yet whose line is not whole.
 */
export async function openErasureLog(path: string): Promise<ErasureLog> {
  const { file, found } = await openOrMake(path)
  const content = { found, ...(await readWhole(file)) }
  return {
    content,
    async append(entry) {
      // A single write with O_APPEND, so lines of several requests do not mix.
      await file.appendFile(`${JSON.stringify(entry)}\n`)
      await file.datasync()
    },
    check: () => checked(path, file),
    close: () => file.close(),
  }
}

async function openOrMake(path: string): Promise<{ file: FileHandle; found: boolean }> {
  try {
    const file = await open(path, 'ax+', 0o600)
    // A new file is only there after a power cut once its folder is on disk.
    const folder = await open(dirname(path), 'r')
    await folder.sync().finally(() => folder.close())
    return { file, found: false }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    return { file: await open(path, 'a+', 0o600), found: true }
  }
}

async function checked(path: string, file: FileHandle): Promise<{ writable: boolean; freeBytes: number }> {
  try {
    const [there, mine, room] = await Promise.all([stat(path), file.stat(), statfs(path)])
    await access(path, constants.W_OK)
    // Moved or deleted, it would go on taking lines that nobody ever finds.
    return { writable: there.ino === mine.ino && there.dev === mine.dev, freeBytes: room.bavail * room.bsize }
  } catch {
    return { writable: false, freeBytes: 0 }
  }
}

async function readWhole(file: FileHandle): Promise<Pick<LogContent, 'entries' | 'damaged'>> {
  const bytes = await file.readFile()
  const end = bytes.lastIndexOf('\n') + 1
  if (end < bytes.length) {
    await file.truncate(end)
    await file.datasync()
  }
  const entries: LogEntry[] = []
  const damaged: number[] = []
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
  for (const [i, line] of lines.entries()) {
    const entry = readEntry(line)
    if (entry) entries.push(entry)
    else damaged.push(i + 1)
  }
  return { entries, damaged }
}

function readEntry(line: string): LogEntry | null {
  try {
    const parsed = z.safeParse(LogEntry, JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
