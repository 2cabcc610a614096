import { useEffect, useState } from 'preact/hooks'
import type { Checked, Enrolled, Enrolling } from '../outbox/notes.ts'
import type { Reading, StorageProblem, Tally } from '../outbox/storage.ts'
import { storage } from '../outbox/this-device.ts'

/** All that the team's screens show of this tablet's own. */
export interface Desk {
  enrolling: Enrolling | null
  enrolled: Enrolled | null
  hasPin: boolean
  checked: Checked | null
  /** The kiosk is in strangers' hands. */
  open: boolean
  tally: Tally
}

const readDesk = async (tx: Reading): Promise<Desk> => ({
  enrolling: await tx.note('enrolling'),
  enrolled: await tx.note('enrolled'),
  hasPin: (await tx.note('pin')) !== null,
  checked: await tx.note('checked'),
  open: (await tx.note('open')) !== null,
  tally: await tx.tally(),
})

/** Kept up to date by itself; null until it was read. */
export function useDesk(): { desk: Desk | null; problem: StorageProblem | null } {
  const [desk, setDesk] = useState<Desk | null>(null)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  useEffect(
    () =>
      storage.watch(
        readDesk,
        (now) => {
          setDesk(now)
          setProblem(null)
        },
        (failure) => setProblem(failure.problem),
      ),
    [],
  )
  return { desk, problem }
}
