import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { AnswerOf } from '../../protocol/route.ts'
import { STAND_ROUTES, type StandView } from '../../protocol/stand-routes.ts'
import { useSession } from './console-context.ts'

export type Stands = AnswerOf<typeof STAND_ROUTES.stands>

/** A code that was just made: no server can say it again. */
export type FreshCode = AnswerOf<typeof STAND_ROUTES.newCode>

export interface StandsState {
  /** Null until the server has answered once. */
  stands: Stands | null
  /** When they came. */
  at: Date | null
  /** The last try failed; what is above stays. */
  error: unknown
  reload: () => Promise<void>
  /** Takes what another answer of the server already said. */
  takeOne: (view: StandView) => void
}

const EVERY_MS = 30_000

/** A campaign's stands and their tablets, asked again every half minute while someone looks. */
export function useStands(campaign: string): StandsState {
  const session = useSession()
  const [state, setState] = useState<Pick<StandsState, 'stands' | 'at' | 'error'>>({
    stands: null,
    at: null,
    error: null,
  })
  // What was changed here while an answer was on its way is newer than that answer.
  const turn = useRef(0)

  const takeOne = useCallback((view: StandView) => {
    turn.current += 1
    setState(({ stands, ...was }) => {
      const others = stands?.stands.filter((it) => it.stand.id !== view.stand.id) ?? []
      const known = stands?.stands.map((it) => (it.stand.id === view.stand.id ? view : it)) ?? []
      const all = others.length === known.length ? [view, ...known] : known
      return { ...was, stands: { strangers: [], quarantined: 0, ...stands, stands: all } }
    })
  }, [])

  const reload = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    try {
      const stands = await session.call(STAND_ROUTES.stands, { parameters: { campaign } })
      if (mine === turn.current) setState({ stands, at: new Date(), error: null })
    } catch (error) {
      if (mine === turn.current) setState((was) => ({ ...was, error }))
    }
  }, [session, campaign])

  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && reload())
    look()
    const timer = setInterval(look, EVERY_MS)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      turn.current += 1
      clearInterval(timer)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload])

  return { ...state, reload, takeOne }
}
