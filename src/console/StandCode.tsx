import { useState } from 'preact/hooks'
import { isLoopback } from '../../protocol/loopback.ts'
import { MAX_TABLETS, STAND_ROUTES, type StandView, Tablets } from '../../protocol/stand-routes.ts'
import { filled } from '../i18n/filled.ts'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../i18n/languages.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useSession } from './console-context.ts'
import { EnrolCard } from './EnrolCard.tsx'
import { Failure } from './Failure.tsx'
import { useAction } from './use-action.ts'
import type { CampaignSummary } from './use-campaigns.ts'
import { useStandWords } from './use-stand-words.ts'
import type { FreshCode } from './use-stands.ts'

interface Props {
  campaign: CampaignSummary
  view: StandView
  fresh: FreshCode | null
  onFresh: (fresh: FreshCode | null) => void
  onView: (view: StandView) => void
}

/** The stand's code: made, shown once as a card, replaced, taken back. */
export function StandCode({ campaign, view, fresh, onFresh, onView }: Props) {
  const { said } = useStandWords()
  // Somebody else may have made another one, or taken this one back, meanwhile.
  const shown = fresh && view.code?.expiresAt === fresh.view.code?.expiresAt ? fresh : null
  return (
    <section class="stack" aria-labelledby="code-title">
      <h2 id="code-title" class="unprinted">
        {said.code.title}
      </h2>
      {shown && <Card campaign={campaign} fresh={shown} />}
      <div class="unprinted">
        <CodeState view={view} shown={shown !== null} onFresh={onFresh} onView={onView} />
      </div>
    </section>
  )
}

function Card({ campaign, fresh }: { campaign: CampaignSummary; fresh: FreshCode }) {
  const { said, language } = useStandWords()
  const [spoken, setSpoken] = useState<Language>(language)
  return (
    <div class="stack">
      <div class="console-form stack unprinted">
        <Notice tone="ok" announce="polite">
          {said.code.ready}
        </Notice>
        {isLoopback(location.hostname) && <Notice tone="warn">{said.code.onlyHere}</Notice>}
        <Field id="card-language" label={said.code.language}>
          {(wiring) => (
            <select {...wiring} value={spoken} onChange={(event) => setSpoken(event.currentTarget.value as Language)}>
              {LANGUAGES.map((it) => (
                <option key={it} value={it} lang={it}>
                  {LANGUAGE_NAMES[it].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button onClick={() => window.print()}>{said.code.print}</Button>
      </div>
      <EnrolCard campaign={campaign} fresh={fresh} language={spoken} />
    </div>
  )
}

type StateProps = Pick<Props, 'view' | 'onFresh' | 'onView'> & { shown: boolean }

function CodeState({ view, shown, onFresh, onView }: StateProps) {
  const { said, counted, number, momentOf } = useStandWords()
  const session = useSession()
  const making = useAction()
  const withdrawing = useAction()
  const enrolled = view.devices.filter((it) => it.revokedAt === null).length
  const [tablets, setTablets] = useState(String(Math.max(1, view.tablets - enrolled)))
  const [tried, setTried] = useState(false)
  const [withdrawn, setWithdrawn] = useState(false)
  const wanted = Tablets.safeParse(Number(tablets))
  const { code, stand } = view
  const parameters = { campaign: stand.campaign, stand: stand.id }

  function make(event: Event) {
    event.preventDefault()
    setTried(true)
    setWithdrawn(false)
    if (!wanted.success) return document.getElementById('code-tablets')?.focus()
    making.run(async () => {
      const made = await session.call(STAND_ROUTES.newCode, { parameters, body: { tablets: wanted.data } })
      onView(made.view)
      onFresh(made)
    })
  }

  const withdraw = () =>
    withdrawing.run(async () => {
      onView(await session.call(STAND_ROUTES.withdrawCode, { parameters }))
      onFresh(null)
      setWithdrawn(true)
    })

  return (
    <form class="console-form stack" onSubmit={make} noValidate>
      {withdrawn && <Notice announce="polite">{said.code.withdrawn}</Notice>}
      {code === null && !withdrawn && <p>{said.code.none}</p>}
      {code !== null && code.used >= code.tablets && <p>{said.code.usedUp}</p>}
      {code !== null && code.used < code.tablets && (
        <p>
          {!shown && `${filled(said.code.out, { until: momentOf(code.expiresAt) })} `}
          {filled(counted(said.code.used, code.used), { m: number(code.tablets) })}
        </p>
      )}
      {code !== null && <h3>{said.code.another}</h3>}
      <Field
        id="code-tablets"
        label={said.code.howMany}
        hint={code !== null ? said.code.replaces : undefined}
        error={tried && !wanted.success ? filled(said.form.problems.tablets, { max: String(MAX_TABLETS) }) : undefined}
        value={tablets}
        onInput={(event) => setTablets(event.currentTarget.value)}
        inputMode="numeric"
        autocomplete="off"
        maxLength={2}
      />
      <div class="row">
        <Button type="submit" kind={code === null ? 'main' : 'quiet'} busy={making.busy ? said.code.making : undefined}>
          {code === null ? said.code.make : said.code.makeNew}
        </Button>
        {code !== null && (
          <Button kind="link" busy={withdrawing.busy ? said.code.withdrawing : undefined} onClick={withdraw}>
            {said.code.withdraw}
          </Button>
        )}
      </div>
      {making.error !== null && <Failure error={making.error} />}
      {withdrawing.error !== null && <Failure error={withdrawing.error} />}
    </form>
  )
}
