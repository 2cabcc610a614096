import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import type { SignFields } from '../petition/sign.ts'
import { withdraw } from '../petition/withdraw.ts'
import { duplicateHint } from './duplicate-hint.ts'
import { added, doubted, fated, type KeptRow, type Log, withoutCodes } from './paper-log.ts'

export interface PaperLog {
  log: Log
  /** `fields`: what was typed, to be compared and not held. */
  add(row: Omit<KeptRow, 'fate'>, fields: SignFields): void
  /** Withdraws the row by its code. Resolves with whether that is kept or done. */
  undo(row: KeptRow): Promise<boolean>
}

/** By campaign, without the codes: whoever was called away goes on with the next line of the sheet. */
const before = new Map<string, Log>()

/** What was keyed in since this page was opened; rows can be taken back while the screen stands. */
export function usePaperLog(campaign: Campaign): PaperLog {
  const [log, setLog] = useState<Log>(() => before.get(campaign.id) ?? [])
  useEffect(() => void before.set(campaign.id, withoutCodes(log)), [log])
  const takeBack = useRef(new Map<string, () => void>())
  const compare = async (row: Omit<KeptRow, 'fate'>, fields: SignFields) => {
    const noticed = await duplicateHint.noticed(fields, campaign, new Date())
    takeBack.current.set(nameOf(row), noticed.takeBack)
    if (noticed.twice) setLog((now) => doubted(now, row))
  }
  const undo = async (row: KeptRow) => {
    if (row.code === null) return false
    setLog((now) => fated(now, row, 'undoing'))
    const so = await withdraw(campaign.id, row.code, () => {}).catch((error: unknown) => {
      console.error('undo', error instanceof Error ? error.name : 'unknown')
      return 'failed' as const
    })
    const gone = so === 'done' || so === 'kept'
    if (gone) takeBack.current.get(nameOf(row))?.()
    setLog((now) => fated(now, row, gone ? 'withdrawn' : 'failed'))
    return gone
  }
  return {
    log,
    add: (row, fields) => {
      setLog((now) => added(now, row))
      compare(row, fields).catch((error) => console.error('hint', error instanceof Error ? error.name : 'unknown'))
    },
    undo,
  }
}

const nameOf = ({ sheet, place }: Pick<KeptRow, 'sheet' | 'place'>) => JSON.stringify([sheet, place])
