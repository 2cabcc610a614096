import { useState } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { goalOf, isOpen } from '../../protocol/reading.ts'
import { consoleOverviewWords } from '../i18n/console-overview.ts'
import { filled } from '../i18n/filled.ts'
import { useSay } from '../i18n/language.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useConsoleWords, useMay } from './console-context.ts'
import { RetentionNotice } from './ending/RetentionNotice.tsx'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { ReceivedBoard } from './overview/ReceivedBoard.tsx'
import { type ReceivedFilter, useReceived } from './overview/use-received.ts'
import { ProtectAccount } from './ProtectAccount.tsx'
import { hasPage, PublicLink } from './PublicLink.tsx'
import { hrefOf } from './place.ts'
import { RestoreSample, SampleNotice } from './Sample.tsx'
import { Stale } from './Stale.tsx'
import { Tile } from './Tile.tsx'
import type { CampaignSummary, CampaignsState } from './use-campaigns.ts'

/** What the server holds of each campaign, and what wants to be done next. */
export function Overview({ list }: { list: CampaignsState }) {
  const { words } = useConsoleWords()
  const may = useMay()
  const { campaigns } = list
  if (campaigns === null) {
    return (
      <>
        <Heading>{words.overview.title}</Heading>
        {list.error !== null ? (
          <Failure error={list.error} onRetry={list.reload} />
        ) : (
          <p role="status" class="muted">
            {words.loading}
          </p>
        )}
      </>
    )
  }
  return (
    <div class="stack" key="known">
      <Stale list={list} />
      <ProtectAccount />
      {campaigns.length === 0 && (
        <div class="console-form stack">
          <Heading>{words.overview.none}</Heading>
          <p>{words.overview.noneText}</p>
        </div>
      )}
      {campaigns.map((it, i) => (
        <CampaignCard key={it.id} campaign={it} first={i === 0} alone={campaigns.length === 1} list={list} />
      ))}
      {!campaigns.some((it) => it.sample) && may(CONSOLE_ROUTES.restoreSample) && (
        <RestoreSample main={campaigns.length === 0} onRestored={list.take} />
      )}
    </div>
  )
}

interface CardProps {
  campaign: CampaignSummary
  first: boolean
  /** There is no other. */
  alone: boolean
  list: CampaignsState
}

function CampaignCard({ campaign, first, alone, list }: CardProps) {
  const { words } = useConsoleWords()
  const may = useMay()
  const say = useSay()
  const said = words.overview
  const hasKey = campaign.sealingKey !== null
  const [filter, setFilter] = useState<ReceivedFilter>({ petition: '', from: '' })
  const live = useReceived(hasKey ? campaign.id : null, filter, list.at)
  // Totals and drawings of one answer: they never contradict each other.
  const { envelopes, counts } = live.received ?? campaign
  const counted = { ...campaign, envelopes, counts }
  return (
    <section class="stack" aria-label={say(campaign.name)}>
      <div class="row between">
        {first ? <Heading>{say(campaign.name)}</Heading> : <h2>{say(campaign.name)}</h2>}
        <div class="row">
          {campaign.sample && <Pill tone="warn">{words.sample.mark}</Pill>}
          {campaign.shown && !alone && <Pill tone="ok">{words.publicPage.shown}</Pill>}
          {campaign.shown && <PublicLink />}
        </div>
      </div>
      {campaign.live && !campaign.shown && <p class="muted">{words.publicPage.behind}</p>}
      {first && hasKey && <p class="console-lead">{said.lead}</p>}
      <RetentionNotice campaign={campaign} link />
      {!hasKey && (
        <Notice tone="warn" title={campaign.live ? said.needKey : said.needBoth}>
          <p>{said.needKeyText}</p>
          {!campaign.live && <p>{said.needBothText}</p>}
          <div class="row">
            {may(CONSOLE_ROUTES.publishKey) && (
              <ButtonLink href={hrefOf({ screen: 'key', campaign: campaign.id })}>{said.makeKey}</ButtonLink>
            )}
            {!campaign.live && may(EDIT_ROUTES.desk) && (
              <ButtonLink kind="quiet" href={hrefOf({ screen: 'edit', campaign: campaign.id, part: 'campaign' })}>
                {said.goOn}
              </ButtonLink>
            )}
          </div>
        </Notice>
      )}
      <Figures campaign={counted} />
      {hasKey ? (
        <ReceivedBoard campaign={counted} live={live} filter={filter} onFilter={setFilter} stale={list.error !== null}>
          <PetitionTable campaign={counted} />
        </ReceivedBoard>
      ) : (
        <PetitionTable campaign={campaign} />
      )}
      {hasKey && envelopes > 0 && may(CONSOLE_ROUTES.envelopes) && (
        <div class="console-actions">
          <ButtonLink href={hrefOf({ screen: 'open', campaign: campaign.id })}>{said.open}</ButtonLink>
        </div>
      )}
      {campaign.sample && may(CONSOLE_ROUTES.removeSample) && <SampleNotice campaign={campaign} list={list} />}
    </section>
  )
}

function Figures({ campaign }: { campaign: CampaignSummary }) {
  const { words, number, dayOf } = useConsoleWords()
  const said = words.overview
  const received = Object.values(campaign.counts).reduce((sum, n) => sum + n, 0)
  const key = campaign.sealingKey
  return (
    <dl class="console-tiles">
      <Tile term={said.received} value={number(received)} note={said.receivedNote} />
      <Tile term={said.envelopes} value={number(campaign.envelopes)} note={said.envelopesNote} />
      <Tile
        term={said.key}
        words
        value={key ? said.keyReady : said.keyMissing}
        note={key ? filled(said.keySince, { date: dayOf(key.validFrom) }) : said.keyMissingNote}
      />
    </dl>
  )
}

function PetitionTable({ campaign }: { campaign: CampaignSummary }) {
  const { words, language, number } = useConsoleWords()
  const say = useSay()
  if (campaign.petitions.length === 0) return <p class="muted">{words.overview.noPetitions}</p>
  return (
    <div class="tile">
      <table class="console-table console-narrow">
        <thead>
          <tr>
            <th scope="col">{words.overview.petition}</th>
            <th scope="col" class="n">
              {words.overview.received}
            </th>
            <th scope="col" class="n">
              {consoleOverviewWords[language].goal}
            </th>
          </tr>
        </thead>
        <tbody>
          {campaign.petitions.map((it) => (
            <tr key={it.id}>
              <th scope="row">
                {hasPage(campaign, it) ? <PublicLink path={`/p/${it.id}`}>{say(it.title)}</PublicLink> : say(it.title)}
              </th>
              <td data-label={words.overview.received} class="n">
                {number(campaign.counts[it.id] ?? 0)}
              </td>
              <td data-label={consoleOverviewWords[language].goal} class="n">
                {isOpen(it.state) ? number(goalOf(it, campaign.counts[it.id] ?? 0)) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
