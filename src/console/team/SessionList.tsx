import type { SessionView } from '../../../protocol/team-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { Failure } from '../Failure.tsx'
import { useAction } from '../use-action.ts'
import { useTeamWords } from './use-team-words.ts'

interface Props {
  sessions: SessionView[]
  onEnd: (id: string) => Promise<void>
}

export const SessionList = ({ sessions, onEnd }: Props) => (
  <ul class="plain stack">
    {sessions.map((it) => (
      <Line key={it.id} session={it} onEnd={onEnd} />
    ))}
  </ul>
)

function Line({ session, onEnd }: { session: SessionView; onEnd: Props['onEnd'] }) {
  const { said, momentOf } = useTeamWords()
  const action = useAction()
  const { id, agent, startedAt, lastUsedAt, here } = session
  return (
    <li class="team-line">
      <span>
        <strong>{agent || said.sessions.unknown}</strong> {here && <Pill>{said.sessions.here}</Pill>}
        <br />
        <span class="small muted">
          {filled(said.sessions.line, { start: momentOf(startedAt), last: momentOf(lastUsedAt) })}
        </span>
        {action.error !== null && <Failure error={action.error} />}
      </span>
      {!here && (
        <Button
          kind="link"
          busy={action.busy ? said.sessions.ending : undefined}
          onClick={() => action.run(() => onEnd(id))}
        >
          {said.sessions.end}
        </Button>
      )}
    </li>
  )
}
