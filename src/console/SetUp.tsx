import { useEffect, useState } from 'preact/hooks'
import { MIN_PASSWORD, type Offer } from '../../protocol/console-routes.ts'
import { ServerRefusal } from '../api.ts'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { useTeamWords } from './team/use-team-words.ts'
import { useAction } from './use-action.ts'

interface Props {
  token: string
  onLogin: () => void
}

const isRefusal = (error: unknown, reason: string) => error instanceof ServerRefusal && error.reason === reason

/** An account, or a new password for it, from a one-time link. */
export function SetUp({ token, onLogin }: Props) {
  const { words } = useConsoleWords()
  const session = useSession()
  const action = useAction()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const [offer, setOffer] = useState<Offer | null>(null)
  const asking = useAction()
  const { said: team } = useTeamWords()
  const ask = () => asking.run(async () => setOffer(await session.offer(token)))
  useEffect(() => {
    if (token) ask()
  }, [token])
  const said = words.setup

  if (!token || isRefusal(action.error, 'used-link') || isRefusal(asking.error, 'used-link'))
    return <UsedLink onLogin={onLogin} />

  if (asking.error !== null) return <Failure error={asking.error} onRetry={ask} />
  if (offer === null)
    return (
      <p role="status" class="muted">
        {words.loading}
      </p>
    )

  const again = offer.kind === 'again'
  const theirs = offer.name ?? ''
  const taken = isRefusal(action.error, 'name-taken')
  const missing = MIN_PASSWORD - [...password].length
  const weak = isRefusal(action.error, 'weak-password')
  const problem = {
    name: tried && !again && !name.trim() ? said.noName : taken ? team.setup.taken : undefined,
    password:
      tried && missing > 0
        ? filled(said.tooShort, { n: String(MIN_PASSWORD), missing: String(missing) })
        : weak
          ? said.weak
          : undefined,
  }

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if (!again && !name.trim()) return document.getElementById('setup-name')?.focus()
    if (missing > 0) return document.getElementById('setup-password')?.focus()
    action.run(async () => session.entered(await session.setUp(token, again ? theirs : name, password)))
  }

  return (
    <form class="console-form stack" onSubmit={submit} noValidate>
      <Heading>{said.title}</Heading>
      <p>{filled(team.setup[offer.kind], { name: offer.name ?? '', role: team.roles[offer.role].toLowerCase() })}</p>
      {!again && (
        <Field
          id="setup-name"
          label={said.name}
          hint={said.nameHint}
          error={problem.name}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          autocomplete="username"
          maxLength={60}
          required
        />
      )}
      <Field
        id="setup-password"
        label={said.password}
        hint={filled(said.passwordHint, { n: String(MIN_PASSWORD) })}
        error={problem.password}
        type={shown ? 'text' : 'password'}
        value={password}
        onInput={(event) => {
          setPassword(event.currentTarget.value)
          if (weak) action.clear()
        }}
        autocomplete="new-password"
        maxLength={512}
        spellcheck={false}
        autocapitalize="off"
        required
      />
      <Check id="setup-show" checked={shown} onChange={setShown}>
        {words.show}
      </Check>
      {action.error !== null && !weak && !taken && <Failure error={action.error} />}
      <Button type="submit" busy={action.busy ? said.busy : undefined}>
        {again ? team.setup.submitAgain : said.submit}
      </Button>
    </form>
  )
}

function UsedLink({ onLogin }: { onLogin: () => void }) {
  const { words } = useConsoleWords()
  return (
    <div class="console-form stack">
      <Heading>{words.setup.usedTitle}</Heading>
      <p>{words.setup.used}</p>
      <Button onClick={onLogin}>{words.setup.toLogin}</Button>
    </div>
  )
}
