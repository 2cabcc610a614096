import { useState } from 'preact/hooks'
import { TEAM_ROUTES } from '../../../protocol/team-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { useMe, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { useLeaveGuard } from '../place.ts'
import { useAction } from '../use-action.ts'
import { newTotpSecret, totpLink } from './totp-secret.ts'
import { useTeamWords } from './use-team-words.ts'
import './team.css'

interface Props {
  /** The team asks for it: nothing else is open before. */
  must?: boolean
  onDone: () => void
  /** Without it there is no way back, because the team asks for it. */
  onCancel?: () => void
}

/** An authenticator app learns the secret from the page and proves it by a code; then the recovery codes are shown, this once. */
export function EnrolCode({ must = false, onDone, onCancel }: Props) {
  const { said } = useTeamWords()
  const { name } = useMe()
  const session = useSession()
  const action = useAction()
  const [secret] = useState(newTotpSecret)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const [recovery, setRecovery] = useState<string[] | null>(null)
  const reason = action.error instanceof ServerRefusal ? action.error.reason : null

  if (recovery) return <RecoveryCodes codes={recovery} onDone={onDone} />

  function submit(event: Event) {
    event.preventDefault()
    setMissing(!password || !code)
    if (!password || !code) return document.getElementById(password ? 'enrol-code' : 'enrol-password')?.focus()
    action.run(async () => {
      const body = { password, secret, code }
      setRecovery((await session.call(TEAM_ROUTES.setSecondFactor, { body })).recoveryCodes)
    })
  }

  return (
    <form class="console-form stack" onSubmit={submit} noValidate>
      <Heading>{said.enrol.title}</Heading>
      {must && <p>{said.enrol.must}</p>}
      <ol class="console-steps">
        {said.enrol.steps.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ol>
      <div class="team-qr">
        <Qr text={totpLink(secret, name, location.host)} label={said.enrol.qr} />
      </div>
      <dl>
        <dt class="eyebrow">{said.enrol.secret}</dt>
        <dd class="console-code" translate={false}>
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </dd>
      </dl>
      <Field
        id="enrol-password"
        label={said.enrol.password}
        type="password"
        autocomplete="current-password"
        error={reason === 'wrong-login' ? said.enrol.wrongPassword : undefined}
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
        maxLength={512}
        required
      />
      <Field
        id="enrol-code"
        label={said.enrol.code}
        inputMode="numeric"
        autocomplete="one-time-code"
        error={reason === 'wrong-code' ? said.enrol.wrongCode : undefined}
        value={code}
        onInput={(event) => setCode(event.currentTarget.value)}
        maxLength={20}
        required
      />
      {missing && <Notice tone="bad" title={said.enrol.missing} announce="now" />}
      {action.error !== null && reason !== 'wrong-login' && reason !== 'wrong-code' && <Failure error={action.error} />}
      <Button type="submit" busy={action.busy ? said.enrol.busy : undefined}>
        {said.enrol.submit}
      </Button>
      {onCancel && (
        <Button kind="link" onClick={onCancel}>
          {said.enrol.cancel}
        </Button>
      )}
    </form>
  )
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { said, momentOf } = useTeamWords()
  const { name } = useMe()
  const [date] = useState(() => momentOf(new Date().toISOString()))
  useLeaveGuard(said.enrol.leave)
  return (
    <div class="console-form stack">
      <div class="stack unprinted">
        <Heading>{said.enrol.doneTitle}</Heading>
        <p>{said.enrol.doneText}</p>
      </div>
      <p class="team-printed">{filled(said.enrol.sheet, { name, date, address: location.host })}</p>
      <ol class="team-codes console-code" aria-label={said.enrol.list} translate={false}>
        {codes.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ol>
      <div class="row unprinted">
        <Button onClick={onDone}>{said.enrol.done}</Button>
        <Button kind="quiet" onClick={() => window.print()}>
          {said.enrol.print}
        </Button>
      </div>
    </div>
  )
}
