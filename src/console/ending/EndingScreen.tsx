import { useState } from 'preact/hooks'
import { EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import type { Ending } from '../../../protocol/ending-routes.ts'
import { endingWords } from '../../i18n/console-ending.ts'
import { day } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { useConsoleWords, useSession } from '../console-context.ts'
import { CardsTold } from '../editor/CardsTold.tsx'
import { cardsOf } from '../editor/cards.ts'
import { useCards } from '../editor/use-cards.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { localDate } from '../key-names.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useEnding } from '../use-ending.ts'
import { CertificateSheet } from './CertificateSheet.tsx'
import { Destruction } from './Destruction.tsx'
import { MarkForm } from './MarkForm.tsx'
import { RetentionNotice } from './RetentionNotice.tsx'
import { daysUntil } from './retention.ts'
import './ending.css'

interface Props {
  campaign: CampaignSummary
  onChanged: () => void
}

/** What becomes of each petition, and of what was signed. */
export function EndingScreen({ campaign, onChanged }: Props) {
  const { words, language, counted } = useConsoleWords()
  const said = endingWords[language]
  const session = useSession()
  const say = useSay()
  const { ending, take: setEnding, error, reload } = useEnding(campaign.id)
  const [writing, setWriting] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const cards = useCards(campaign.id, {})

  /** Its card says “sign” no longer, and perhaps the campaign's own. Whoever cannot draw it has marked the petition all the same. */
  async function redraw(petition: string) {
    const desk = await session.call(EDIT_ROUTES.desk, { parameters: { campaign: campaign.id } }).catch(() => null)
    await cards.draw(desk?.published ?? null, (it) =>
      cardsOf(it).filter((card) => card.petition === petition || card.petition === null),
    )
  }

  function take(next: Ending) {
    setEnding(next)
    onChanged()
  }

  if (!ending)
    return (
      <div class="stack">
        <Heading>{said.title}</Heading>
        {error !== null ? (
          <Failure error={error} onRetry={reload} />
        ) : (
          <p role="status" class="muted">
            {words.loading}
          </p>
        )}
      </div>
    )
  const days = daysUntil(ending.destroyBy, localDate(new Date()))
  return (
    <div class="stack" key="known">
      <div class="unprinted stack ending">
        <Heading>{said.title}</Heading>
        <p class="muted">{`${say(campaign.name)} · ${said.lead}`}</p>
        <RetentionNotice campaign={campaign} />
        <p role="status" class={done ? 'ending-done' : 'unseen'}>
          {done && said.mark.done}
        </p>
        <CardsTold cards={cards} />
        {ending.petitions.length === 0 && <p>{said.none}</p>}
        {ending.petitions.map((it) => (
          <section key={it.id} class="tile stack" aria-label={it.person}>
            <div class="row between">
              <h2>{it.person}</h2>
              {it.state !== 'draft' && (
                <Pill tone={it.state === 'won' ? 'won' : it.state === 'open' ? 'ok' : undefined}>
                  {said.mark.states[it.state]}
                </Pill>
              )}
            </div>
            <p>{`${say(it.title)} · ${counted(said.received, it.signatures)}`}</p>
            {it.delivered && (
              <p class="small">
                {filled(said.deliveredOn, { day: day(language, it.delivered.date), to: say(it.delivered.to) })}
                {it.delivered.signatures && ` · ${counted(said.handedOver, it.delivered.signatures)}`}
              </p>
            )}
            {writing === it.id ? (
              <MarkForm
                campaign={campaign.id}
                newest={ending.newest}
                petition={it}
                onMarked={(next) => {
                  take(next)
                  setWriting(null)
                  setDone(true)
                  void redraw(it.id)
                }}
                onNewer={reload}
                onCancel={() => setWriting(null)}
              />
            ) : (
              <Button
                kind="link"
                onClick={() => {
                  setDone(false)
                  setWriting(it.id)
                }}
              >
                {said.change}
                <span class="unseen">{`, ${it.person}`}</span>
              </Button>
            )}
          </section>
        ))}
        <section class="tile stack" aria-labelledby="ending-retention">
          <h2 id="ending-retention">{said.retention.title}</h2>
          <p>{filled(said.retention.closes, { day: day(language, ending.closes) })}</p>
          <p>
            {filled(said.retention.destroyBy, { day: day(language, ending.destroyBy) })}
            {!ending.certificate &&
              ` (${counted(days < 0 ? said.retention.over : said.retention.inDays, Math.abs(days))})`}
          </p>
          {!ending.certificate && <p>{counted(said.retention.held, ending.envelopes)}</p>}
        </section>
        {!ending.certificate && (
          <Destruction
            campaign={campaign.id}
            ending={ending}
            onEnding={(next) => {
              take(next)
              setDone(false)
            }}
          />
        )}
      </div>
      {ending.certificate && <CertificateSheet certificate={ending.certificate} />}
    </div>
  )
}
