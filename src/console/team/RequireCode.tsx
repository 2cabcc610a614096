import { TEAM_ROUTES, type Team } from '../../../protocol/team-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { useAction } from '../use-action.ts'
import { useTeamWords } from './use-team-words.ts'

/** Whether everybody has to have a second factor. */
export function RequireCode({ team, onTeam }: { team: Team; onTeam: (team: Team) => void }) {
  const { said } = useTeamWords()
  const session = useSession()
  const action = useAction()
  const required = team.secondFactorRequired
  const first = action.error instanceof ServerRefusal && action.error.reason === 'enrol-first'
  const change = () =>
    action.run(async () =>
      onTeam(await session.call(TEAM_ROUTES.requireSecondFactor, { body: { required: !required } })),
    )
  return (
    <section class="stack">
      <h2>{said.required.title}</h2>
      <p class="console-lead">{required ? said.required.on : said.required.off}</p>
      <div class="row">
        <Button kind="quiet" onClick={change} busy={action.busy ? said.required.busy : undefined}>
          {required ? said.required.release : said.required.require}
        </Button>
      </div>
      {first && (
        <Notice tone="warn" announce="now">
          <p>{said.required.first}</p>
          <a href="#account">{said.nav.account}</a>
        </Notice>
      )}
      {action.error !== null && !first && <Failure error={action.error} />}
    </section>
  )
}
