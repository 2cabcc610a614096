import { useState } from 'preact/hooks'
import { ServerRefusal } from '../api.ts'
import { stationWords } from '../i18n/console-station.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { hrefOf } from './place.ts'
import { useTeamWords } from './team/use-team-words.ts'
import { useAction } from './use-action.ts'

interface Props {
  /** The session ended under someone's work: their name stands there already. */
  expiredName?: string | undefined
}

export function LogIn({ expiredName }: Props) {
  const { words, language } = useConsoleWords()
  const session = useSession()
  const action = useAction()
  const [name, setName] = useState(expiredName ?? '')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [missing, setMissing] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const { said: team } = useTeamWords()
  const said = words.login
  const reason = action.error instanceof ServerRefusal ? action.error.reason : null
  const wrong = reason === 'wrong-login'
  // The password was right: the code is asked for beside it, and stays.
  const coded = code !== null || reason === 'code-needed'

  function submit(event: Event) {
    event.preventDefault()
    setMissing(!name.trim() || !password)
    if (!name.trim() || !password)
      return document.getElementById(name.trim() ? 'login-password' : 'login-name')?.focus()
    if (coded && !code?.trim()) {
      setCode('')
      return document.getElementById('login-code')?.focus()
    }
    action.run(async () => session.entered(await session.logIn(name, password, coded ? (code ?? '') : null)))
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
      {coded && (
        <>
          <Notice announce="now">{team.login.codeLead}</Notice>
          <Field
            id="login-code"
            label={team.login.code}
            hint={team.login.codeHint}
            error={reason === 'wrong-code' ? team.login.wrongCode : code === '' ? team.login.missingCode : undefined}
            value={code ?? ''}
            onInput={(event) => setCode(event.currentTarget.value)}
            autocomplete="one-time-code"
            autocapitalize="off"
            spellcheck={false}
            maxLength={40}
            required
          />
        </>
      )}
      {missing && <Notice tone="bad" title={said.missing} announce="now" />}
      {wrong && <Notice tone="bad" title={said.wrong} announce="now" />}
      {action.error !== null && !wrong && reason !== 'code-needed' && reason !== 'wrong-code' && (
        <Failure error={action.error} />
      )}
      <Button type="submit" busy={action.busy ? said.busy : undefined}>
        {said.submit}
      </Button>
      {expiredName === undefined && (
        <a class="button link" href={hrefOf({ screen: 'station' })}>
          {stationWords[language].link}
        </a>
      )}
    </form>
  )
}
