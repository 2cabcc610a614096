import { useCallback, useEffect, useState } from 'preact/hooks'
import type { HeldAct, HeldGroup, Quarantine } from '../../../protocol/quarantine-routes.ts'
import { QUARANTINE_ROUTES } from '../../../protocol/quarantine-routes.ts'
import { useSession } from '../console-context.ts'

export interface QuarantineState {
  /** Null until the server has answered once. */
  quarantine: Quarantine | null
  error: unknown
  reload: () => Promise<void>
  /** How many envelopes it was done to. */
  decide: (sender: HeldGroup['sender'], act: HeldAct) => Promise<number>
}

export function useQuarantine(campaign: string): QuarantineState {
  const session = useSession()
  const [quarantine, setQuarantine] = useState<Quarantine | null>(null)
  const [error, setError] = useState<unknown>(null)
  const parameters = { campaign }

  const reload = useCallback(async () => {
    setError(null)
    try {
      setQuarantine(await session.call(QUARANTINE_ROUTES.quarantine, { parameters }))
    } catch (failure) {
      setError(failure)
    }
  }, [session, campaign])

  useEffect(() => void reload(), [reload])

  const decide: QuarantineState['decide'] = async (sender, act) => {
    const answer = await session.call(QUARANTINE_ROUTES.decide, { parameters, body: { sender, act } })
    setQuarantine(answer.quarantine)
    return answer.moved
  }

  return { quarantine, error, reload, decide }
}
