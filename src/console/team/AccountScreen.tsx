import { useEffect, useState } from 'preact/hooks'
import { type Account, TEAM_ROUTES } from '../../../protocol/team-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { useConsoleWords, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { useAction } from '../use-action.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { EnrolCode } from './EnrolCode.tsx'
import { SessionList } from './SessionList.tsx'
import { useTeamWords } from './use-team-words.ts'
import './team.css'

/** One's own password, code and sessions. */
export function AccountScreen() {
  const { words } = useConsoleWords()
  const { said, counted } = useTeamWords()
  const session = useSession()
  const loading = useAction()
  const [account, setAccount] = useState<Account | null>(null)
  const [enrolling, setEnrolling] = useState(false)
  const load = () => loading.run(async () => setAccount(await session.call(TEAM_ROUTES.account)))
  useEffect(() => void load(), [])

  if (enrolling)
    return (
      <EnrolCode
        onCancel={() => setEnrolling(false)}
        onDone={() => {
          setEnrolling(false)
          session.enrolled()
          load()
        }}
      />
    )
  return (
    <div class="stack">
      <Heading>{said.account.title}</Heading>
      {loading.error !== null && <Failure error={loading.error} onRetry={load} />}
      {account === null && loading.error === null && (
        <p role="status" class="muted">
          {words.loading}
        </p>
      )}
      {account !== null && (
        <>
          <p>{filled(said.account.role, { role: said.roles[account.role] })}</p>
          <section class="console-form stack">
            <h2>{said.account.codeTitle}</h2>
            <p>
              {account.secondFactor
                ? `${said.account.codeOn} ${counted(said.account.recoveryLeft, account.recoveryLeft)}`
                : said.account.codeOff}
            </p>
            <div class="row">
              <Button kind={account.secondFactor ? 'quiet' : 'main'} onClick={() => setEnrolling(true)}>
                {account.secondFactor ? said.account.enrolAgain : said.account.enrol}
              </Button>
            </div>
          </section>
          <ChangePassword onChanged={setAccount} />
          <section class="stack">
            <h2>{said.account.sessionsTitle}</h2>
            <SessionList
              sessions={account.sessions}
              onEnd={async (id) =>
                setAccount(await session.call(TEAM_ROUTES.endOwnSession, { parameters: { session: id } }))
              }
            />
          </section>
        </>
      )}
    </div>
  )
}
