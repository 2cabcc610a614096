import { useRef, useState } from 'preact/hooks'
import { withdraw } from '../petition/withdraw.ts'
import type { UsedSlips } from './keep-paper-row.ts'
import { added, fated, type KeptRow, type Log } from './paper-log.ts'

export interface PaperLog {
  log: Log
  usedSlips: UsedSlips
  add(row: Omit<KeptRow, 'fate'>): void
  /** Withdraws the row by its code. Resolves with whether that is kept or done. */
  undo(row: KeptRow): Promise<boolean>
}

/** What was keyed in since the screen was opened; forgotten with it. */
export function usePaperLog(campaign: string): PaperLog {
  const [log, setLog] = useState<Log>([])
  const usedSlips = useRef<UsedSlips>(new Set())
  const undo = async (row: KeptRow) => {
    if (row.code === null) return false
    setLog((now) => fated(now, row, 'undoing'))
    const so = await withdraw(campaign, row.code, () => {}).catch((error: unknown) => {
      console.error('undo', error instanceof Error ? error.name : 'unknown')
      return 'failed' as const
    })
    const gone = so === 'done' || so === 'kept'
    setLog((now) => fated(now, row, gone ? 'withdrawn' : 'failed'))
    return gone
  }
  return {
    log,
    usedSlips: usedSlips.current,
    add: (row) => setLog((now) => added(now, row)),
    undo,
  }
}
