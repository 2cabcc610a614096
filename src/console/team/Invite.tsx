import { useState } from 'preact/hooks'
import { ROLES, type Role } from '../../../protocol/roles.ts'
import { type Invitation, TEAM_ROUTES, type Team } from '../../../protocol/team-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { useAction } from '../use-action.ts'
import { FreshLink } from './FreshLink.tsx'
import { useTeamWords } from './use-team-words.ts'

interface Props {
  team: Team
  onTeam: (team: Team) => void
  onMade: () => Promise<void>
}

/** A link for somebody new, and those that still work. */
export function Invite({ team, onTeam, onMade }: Props) {
  const { said } = useTeamWords()
  const session = useSession()
  const making = useAction()
  const [role, setRole] = useState<Role>('editor')
  const [token, setToken] = useState<string | null>(null)

  const make = () =>
    making.run(async () => {
      setToken((await session.call(TEAM_ROUTES.invite, { body: { role } })).token)
      await onMade()
    })

  return (
    <section class="stack">
      <h2>{said.invite.title}</h2>
      <p class="console-lead">{said.invite.lead}</p>
      <Choice
        name="invite-role"
        legend={said.invite.role}
        options={ROLES.map((value) => ({ value, label: said.roles[value] }))}
        value={role}
        onChange={setRole}
      />
      <p class="small muted">{said.roleHints[role]}</p>
      <div class="row">
        <Button onClick={make} busy={making.busy ? said.invite.making : undefined}>
          {said.invite.make}
        </Button>
      </div>
      {making.error !== null && <Failure error={making.error} />}
      {token !== null && <FreshLink key={token} token={token} />}
      {team.invitations.length > 0 && (
        <>
          <h3>{said.invite.open}</h3>
          <ul class="plain stack">
            {team.invitations.map((it) => (
              <Line key={it.id} invitation={it} onTeam={onTeam} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Line({ invitation, onTeam }: { invitation: Invitation; onTeam: (team: Team) => void }) {
  const { said, momentOf } = useTeamWords()
  const session = useSession()
  const action = useAction()
  const { id, name, role, madeBy, expiresAt } = invitation
  const withdraw = () =>
    action.run(async () =>
      onTeam(await session.call(TEAM_ROUTES.withdrawInvitation, { parameters: { invitation: id } })),
    )
  return (
    <li class="team-line">
      <span>
        <strong>
          {name === null
            ? filled(said.invite.forNew, { role: said.roles[role] })
            : filled(said.invite.forOld, { name })}
        </strong>
        <br />
        <span class="small muted">
          {`${madeBy === null ? said.invite.fromServer : filled(said.invite.by, { name: madeBy })}, ${filled(said.invite.until, { date: momentOf(expiresAt) })}`}
        </span>
        {action.error !== null && <Failure error={action.error} />}
      </span>
      <Button kind="link" onClick={withdraw}>
        {said.invite.withdraw}
      </Button>
    </li>
  )
}
