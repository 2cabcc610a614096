import { useState } from 'preact/hooks'
import { MIN_PASSWORD } from '../../../protocol/console-routes.ts'
import { type Account, TEAM_ROUTES } from '../../../protocol/team-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useConsoleWords, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { useAction } from '../use-action.ts'
import { useTeamWords } from './use-team-words.ts'

export function ChangePassword({ onChanged }: { onChanged: (account: Account) => void }) {
  const { words } = useConsoleWords()
  const { said } = useTeamWords()
  const session = useSession()
  const action = useAction()
  const [password, setPassword] = useState('')
  const [next, setNext] = useState('')
  const [shown, setShown] = useState(false)
  const [changed, setChanged] = useState(false)
  const reason = action.error instanceof ServerRefusal ? action.error.reason : null

  function submit(event: Event) {
    event.preventDefault()
    setChanged(false)
    if (!password) return document.getElementById('password-now')?.focus()
    if (!next) return document.getElementById('password-next')?.focus()
    action.run(async () => {
      onChanged(await session.call(TEAM_ROUTES.changePassword, { body: { password, next } }))
      setPassword('')
      setNext('')
      setChanged(true)
    })
  }

  const plain = { maxLength: 512, spellcheck: false, autocapitalize: 'off', required: true } as const
  return (
    <form class="console-form stack" onSubmit={submit} noValidate>
      <h2>{said.account.passwordTitle}</h2>
      <Field
        {...plain}
        id="password-now"
        label={said.account.now}
        type={shown ? 'text' : 'password'}
        autocomplete="current-password"
        error={reason === 'wrong-login' ? said.account.wrong : undefined}
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <Field
        {...plain}
        id="password-next"
        label={said.account.next}
        hint={filled(said.account.hint, { n: String(MIN_PASSWORD) })}
        type={shown ? 'text' : 'password'}
        autocomplete="new-password"
        error={reason === 'weak-password' ? said.account.weak : undefined}
        value={next}
        onInput={(event) => setNext(event.currentTarget.value)}
      />
      <Check id="password-show" checked={shown} onChange={setShown}>
        {words.show}
      </Check>
      {changed && <Notice announce="polite">{said.account.changed}</Notice>}
      {action.error !== null && reason !== 'wrong-login' && reason !== 'weak-password' && (
        <Failure error={action.error} />
      )}
      <Button type="submit" kind="quiet" busy={action.busy ? said.account.changing : undefined}>
        {said.account.change}
      </Button>
    </form>
  )
}
