import { useState } from 'preact/hooks'
import { ROLES, type Role } from '../../../protocol/roles.ts'
import { type Person, TEAM_ROUTES } from '../../../protocol/team-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { Sure } from '../Sure.tsx'
import { useAction } from '../use-action.ts'
import { FreshLink } from './FreshLink.tsx'
import { SessionList } from './SessionList.tsx'
import type { TeamState } from './use-team.ts'
import { useTeamWords } from './use-team-words.ts'

interface Props {
  person: Person
  state: TeamState
  onDone: () => void
}

/** What an admin may do about somebody: another role, a way back in, their sessions, and out of the team. */
export function ManagePerson({ person, state, onDone }: Props) {
  const { said } = useTeamWords()
  const session = useSession()
  const saving = useAction()
  const linking = useAction()
  const removing = useAction()
  const [role, setRole] = useState<Role>(person.role)
  const [token, setToken] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const parameters = { person: person.id }
  const { name } = person
  const failed = [saving, linking, removing].find((it) => it.error !== null)

  const save = () =>
    saving.run(async () => state.take(await session.call(TEAM_ROUTES.changeRole, { parameters, body: { role } })))
  const link = () =>
    linking.run(async () => {
      setToken((await session.call(TEAM_ROUTES.linkFor, { parameters })).token)
      await state.reload()
    })
  const remove = () =>
    removing.run(async () => {
      await session.call(TEAM_ROUTES.remove, { parameters })
      onDone()
      // Not its answer: the log, which tells who left, is written after that.
      await state.reload()
    })

  return (
    <div class="team-manage stack">
      <Heading as="h2">{filled(said.team.change, { name })}</Heading>
      <Choice
        name={`role-${person.id}`}
        legend={said.roleHints[role]}
        options={ROLES.map((value) => ({ value, label: said.roles[value] }))}
        value={role}
        onChange={setRole}
      />
      {role !== person.role && (
        <div class="row">
          <Button onClick={save} busy={saving.busy ? said.team.saving : undefined}>
            {said.team.save}
          </Button>
        </div>
      )}
      <h3>{said.team.sessions}</h3>
      {person.sessions.length === 0 && <p class="muted">{said.team.noSessions}</p>}
      <SessionList
        sessions={person.sessions}
        onEnd={async (id) => state.take(await session.call(TEAM_ROUTES.endSession, { parameters: { session: id } }))}
      />
      {token !== null && <FreshLink token={token} />}
      {failed && <Failure error={failed.error} />}
      {asking ? (
        <Sure
          question={filled(said.team.removeSure, { name })}
          yes={said.team.removeYes}
          no={said.team.no}
          busy={removing.busy ? said.team.removing : undefined}
          onYes={remove}
          onNo={() => setAsking(false)}
        >
          {said.team.removeText.map((it) => (
            <p key={it}>{it}</p>
          ))}
        </Sure>
      ) : (
        <div class="row">
          {!person.you && token === null && (
            <Button kind="quiet" onClick={link} busy={linking.busy ? said.team.linking : undefined}>
              {said.team.link}
            </Button>
          )}
          <Button kind="link" onClick={() => setAsking(true)}>
            {said.team.remove}
          </Button>
        </div>
      )}
      {!person.you && !asking && <p class="small muted">{said.team.linkHint}</p>}
    </div>
  )
}
