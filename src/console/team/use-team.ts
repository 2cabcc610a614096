import { useEffect, useState } from 'preact/hooks'
import { TEAM_ROUTES, type Team } from '../../../protocol/team-routes.ts'
import { useSession } from '../console-context.ts'

export interface TeamState {
  team: Team | null
  error: unknown
  take: (team: Team) => void
  reload: () => Promise<void>
}

export function useTeam(): TeamState {
  const session = useSession()
  const [team, setTeam] = useState<Team | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function reload(): Promise<void> {
    try {
      setTeam(await session.call(TEAM_ROUTES.team))
      setError(null)
    } catch (failure) {
      setError(failure)
    }
  }
  useEffect(() => void reload(), [])
  return { team, error, take: setTeam, reload }
}
