import { useEffect, useState } from 'preact/hooks'
import type { Stand } from '../../protocol/stand.ts'
import type { OutboxView } from '../outbox/keeping.ts'
import type { StorageProblem } from '../outbox/storage.ts'
import { localDay, type TeamTally, teamOf, teamTally } from '../outbox/team-tally.ts'
import { storage } from '../outbox/this-device.ts'
import { startTriggers } from '../outbox/triggers.ts'

const MINUTE_MS = 60_000

export interface Day {
  view: OutboxView
  counts: TeamTally
  /** The hour that it is. */
  hour: number
}

/** What this tablet holds and what its team has gathered, kept up to date; null until it was read. */
export function useDay(stand: Stand): { day: Day | null; problem: StorageProblem | null } {
  const [read, setRead] = useState<{ view: OutboxView; days: Parameters<typeof teamTally>[0] } | null>(null)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    startTriggers()
    const clock = setInterval(() => setNow(new Date()), MINUTE_MS)
    const end = storage.watch(
      async (tx) => ({
        view: {
          tally: await tx.tally(),
          memory: await tx.memory(),
          withdraw: (await tx.withdrawals('waiting', 1)).length > 0,
        },
        days: await tx.teamDays(),
      }),
      (value) => {
        setRead(value)
        setNow(new Date())
        setProblem(null)
      },
      (failure) => setProblem(failure.problem),
    )
    return () => {
      clearInterval(clock)
      end()
    }
  }, [])
  if (!read) return { day: null, problem }
  const counts = teamTally(read.days, teamOf(stand), localDay(now))
  return { day: { view: read.view, counts, hour: now.getHours() }, problem }
}
