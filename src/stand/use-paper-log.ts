import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import type { Stand } from '../../protocol/stand.ts'
import { teamOf } from '../outbox/team-tally.ts'
import { storage } from '../outbox/this-device.ts'
import type { SignFields } from '../petition/sign.ts'
import { withdraw } from '../petition/withdraw.ts'
import { duplicateHint } from './duplicate-hint.ts'
import { logOf, rowTakenBack } from './keyed-sheets.ts'
import { added, doubted, fated, type KeptRow, type Log, type RowName, withoutCodes } from './paper-log.ts'

export interface PaperLog {
  log: Log
  /** `fields`: what was typed, to be compared and not held. */
  add(row: Omit<KeptRow, 'fate'>, fields: SignFields): void
  /** Withdraws the row by its code. Resolves with whether that is kept or done. */
  undo(row: KeptRow): Promise<boolean>
}

/** By stand, without the codes: what the disk does not say, such as a row that only the server could keep. */
const before = new Map<string, Log>()

/** What was keyed in at this stand; rows of this screen can be taken back while it stands. Null until it was read. */
export function usePaperLog(campaign: Campaign, stand: Pick<Stand, 'campaign' | 'id'>): PaperLog | null {
  const team = teamOf(stand)
  const [log, setLog] = useState<Log | null>(null)
  useEffect(() => {
    storage
      .read((tx) => tx.note('sheets'))
      .catch((error) => {
        // Keeping a row will say what is wrong with the storage.
        failed('sheets')(error)
        return null
      })
      .then((sheets) => setLog(logOf(sheets ?? [], team, before.get(team) ?? [])))
  }, [])
  useEffect(() => void (log && before.set(team, withoutCodes(log))), [log])
  const change = (by: (log: Log) => Log) => setLog((now) => now && by(now))

  const takeBack = useRef(new Map<string, () => void>())
  const compare = async (row: Omit<KeptRow, 'fate'>, fields: SignFields) => {
    const noticed = await duplicateHint.noticed(fields, campaign, new Date())
    takeBack.current.set(keyOf(row), noticed.takeBack)
    if (noticed.twice) change((now) => doubted(now, row))
  }
  const undo = async (row: KeptRow) => {
    if (row.code === null) return false
    change((now) => fated(now, row, 'undoing'))
    const so = await withdraw(campaign.id, row.code, () => {}, rowTakenBack(team, row)).catch((error: unknown) => {
      failed('undo')(error)
      return 'failed' as const
    })
    const gone = so === 'done' || so === 'kept'
    if (gone) takeBack.current.get(keyOf(row))?.()
    change((now) => fated(now, row, gone ? 'withdrawn' : 'failed'))
    return gone
  }
  if (!log) return null
  return {
    log,
    add: (row, fields) => {
      change((now) => added(now, row))
      compare(row, fields).catch(failed('hint'))
    },
    undo,
  }
}

const keyOf = ({ sheet, place, day }: RowName) => JSON.stringify([sheet, place, day])

/** Without what the error holds: it must not carry a signer's words into a log. */
const failed = (what: string) => (error: unknown) =>
  console.error(what, error instanceof Error ? error.name : 'unknown')
