import { useState } from 'preact/hooks'
import { ServerRefusal } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { useAction } from './use-action.ts'

interface Props {
  /** The session ended under someone's work: their name stands there already. */
  expiredName?: string | undefined
}

export function LogIn({ expiredName }: Props) {
  const { words } = useConsoleWords()
  const session = useSession()
  const action = useAction()
  const [name, setName] = useState(expiredName ?? '')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [missing, setMissing] = useState(false)
  const said = words.login
  const wrong = action.error instanceof ServerRefusal && action.error.reason === 'wrong-login'

  function submit(event: Event) {
    event.preventDefault()
    setMissing(!name.trim() || !password)
    if (!name.trim() || !password)
      return document.getElementById(name.trim() ? 'login-password' : 'login-name')?.focus()
    action.run(async () => session.entered(await session.logIn(name, password)))
  }

  return (
    <form class="console-form stack" onSubmit={submit} noValidate>
      <Heading>{expiredName === undefined ? said.title : said.expiredTitle}</Heading>
      {expiredName !== undefined && <p>{said.expired}</p>}
      <Field
        id="login-name"
        label={said.name}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        autocomplete="username"
        maxLength={60}
        required
      />
      <Field
        id="login-password"
        label={said.password}
        type={shown ? 'text' : 'password'}
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
        autocomplete="current-password"
        maxLength={512}
        spellcheck={false}
        autocapitalize="off"
        required
      />
      <Check id="login-show" checked={shown} onChange={setShown}>
        {words.show}
      </Check>
      {missing && <Notice tone="bad" title={said.missing} announce="now" />}
      {wrong && <Notice tone="bad" title={said.wrong} announce="now" />}
      {action.error !== null && !wrong && <Failure error={action.error} />}
      <Button type="submit" busy={action.busy ? said.busy : undefined}>
        {said.submit}
      </Button>
    </form>
  )
}
