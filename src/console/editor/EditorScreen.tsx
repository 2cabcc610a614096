import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { contentProblems } from '../../../protocol/content-rules.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { allReasonWords } from '../../i18n/console-reasons.ts'
import { formOf } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useMe } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { failureWords } from '../failure-words.ts'
import { Heading } from '../Heading.tsx'
import { hrefOf, useLeaveGuard } from '../place.ts'
import type { CampaignSummary, Campaigns } from '../use-campaigns.ts'
import { useInSight } from '../use-in-sight.ts'
import { CampaignPart } from './CampaignPart.tsx'
import { CasePart } from './CasePart.tsx'
import { ClashPart } from './ClashPart.tsx'
import { ConsentsPart } from './ConsentsPart.tsx'
import { DatesPart } from './DatesPart.tsx'
import { type Editing, EditingContext, useEditing, useEditorWords } from './editor-context.ts'
import { JoinPart } from './JoinPart.tsx'
import { LookPart } from './LookPart.tsx'
import { objections, partOf } from './objections.ts'
import { PreviewPart } from './PreviewPart.tsx'
import { PublishPart } from './PublishPart.tsx'
import { TakeAlong } from './TakeAlong.tsx'
import { useAddCase } from './use-add-case.ts'
import { type DeskState, useDesk } from './use-desk.ts'
import { VictoriesPart } from './VictoriesPart.tsx'

interface Props {
  campaign: CampaignSummary
  campaigns: Campaigns
  part: string
  /** Lists of campaigns say something else now. */
  onChanged: () => void
}

const PARTS = ['campaign', 'dates', 'consents', 'victories', 'join', 'look'] as const

/** One campaign, written part by part; the draft is one, whichever part is on the screen. */
export function EditorScreen({ campaign, campaigns, part, onChanged }: Props) {
  const { said, words } = useEditorWords()
  const state = useDesk(campaign.id)
  const { desk, content, saving } = state
  const [page, setPage] = useState('/')
  const problems = useMemo(() => (content ? contentProblems(content) : []), [content])
  useLeaveGuard(
    saving.kind === 'saved' ? null : said.saving.leave,
    (to) => to.screen === 'edit' && to.campaign === campaign.id,
  )
  // The last case that was written is the one to look at.
  useEffect(() => {
    if (part.startsWith('case-')) setPage(`/p/${part.slice(5)}`)
  }, [part])

  if (!desk || !content) {
    return (
      <div class="stack">
        <Heading>{said.title}</Heading>
        {state.error !== null ? (
          <Failure error={state.error} onRetry={state.reload} />
        ) : (
          <p role="status" class="muted">
            {words.loading}
          </p>
        )}
      </div>
    )
  }
  if (saving.kind === 'clash' && state.theirs)
    return <ClashPart base={desk.draft.content} theirs={state.theirs} mine={content} onSettle={state.settle} />

  const editing: Editing = { content, desk, problems, campaigns, change: state.change }
  const go = (to: string) => {
    location.hash = hrefOf({ screen: 'edit', campaign: campaign.id, part: to })
  }
  const takeDesk: typeof state.take = (next) => {
    state.take(next)
    onChanged()
  }
  const petition = part.startsWith('case-') ? content.petitions.find((it) => it.id === part.slice(5)) : undefined

  return (
    <EditingContext.Provider value={editing}>
      <div class="stack">
        <EditorHead campaign={campaign} state={state} />
        <div class="edit-columns">
          <PartList current={part} />
          <Part
            title={titleOf(part, petition, said)}
            key={petition ? `case ${content.petitions.indexOf(petition)}` : part}
          >
            {content.sample && part !== 'publish' && part !== 'preview' && (
              <Notice tone="warn">{said.sampleReminder}</Notice>
            )}
            {part === 'dates' && <DatesPart />}
            {part === 'consents' && <ConsentsPart />}
            {part === 'victories' && <VictoriesPart />}
            {part === 'join' && <JoinPart />}
            {part === 'look' && <LookPart />}
            {part === 'preview' && <PreviewPart campaign={campaign} page={page} onPage={setPage} />}
            {part === 'publish' && (
              <>
                <PublishPart campaign={campaign} save={state.save} onDesk={takeDesk} onChanged={onChanged} />
                <TakeAlong campaign={campaign} onDiscarded={onChanged} />
              </>
            )}
            {petition && (
              <CasePart petition={petition} onMoved={(id) => go(`case-${id}`)} onRemoved={() => go('campaign')} />
            )}
            {!petition && ![...PARTS.slice(1), 'preview', 'publish'].includes(part as 'dates') && <CampaignPart />}
          </Part>
        </div>
      </div>
    </EditingContext.Provider>
  )
}

function titleOf(
  part: string,
  petition: Petition | undefined,
  said: ReturnType<typeof useEditorWords>['said'],
): string {
  if (petition) return petition.person || said.case.unnamed
  const named = said.parts[part as (typeof PARTS)[number]]
  return typeof named === 'string' ? named : said.parts.campaign
}

/** Its heading takes the focus when it is chosen. */
const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="stack edit-part" aria-label={title}>
    <Heading as="h2">{title}</Heading>
    {children}
  </section>
)

function EditorHead({ campaign, state }: { campaign: CampaignSummary; state: DeskState }) {
  const { said, words, language, timeOf } = useEditorWords()
  const say = useSay()
  const { saving, content } = state
  useEffect(() => {
    document.title = `${say(campaign.name)} · Paraphe`
  }, [campaign.name])
  const told =
    saving.kind === 'saved'
      ? saving.at
        ? filled(said.saving.savedAt, { time: timeOf(saving.at) })
        : said.saving.saved
      : saving.kind === 'failed'
        ? filled(said.saving.failed, {
            why: failureWords(saving.error, words.failure, allReasonWords[language], navigator.onLine),
          })
        : said.saving[saving.kind]
  const trouble = saving.kind === 'failed' || saving.kind === 'unfit'
  return (
    <div class="row between edit-head">
      <h1 class="edit-name">{say(content?.name ?? campaign.name)}</h1>
      <div class="row">
        <p role="status" class={trouble ? 'edit-unsaved' : 'small muted'}>
          {told}
        </p>
        {saving.kind === 'failed' && (
          <Button kind="link" onClick={() => void state.save()}>
            {said.saving.again}
          </Button>
        )}
      </div>
    </div>
  )
}

function PartList({ current }: { current: string }) {
  const { said, language, number } = useEditorWords()
  const { content, desk } = useEditing()
  const all = objections(content, desk, useMe().role)
  const link = (part: string, label: string) => {
    const n = part === 'publish' ? all.length : all.filter((it) => partOf(it.path) === part).length
    return (
      <li key={part}>
        <a
          href={hrefOf({ screen: 'edit', campaign: content.id, part })}
          aria-current={part === current ? 'page' : undefined}
        >
          {label}
          {n > 0 && (
            <span class="edit-count">
              <span aria-hidden="true">{number(n)}</span>
              <span class="unseen">{filled(formOf(language, n, said.parts.problems), { n: number(n) })}</span>
            </span>
          )}
        </a>
      </li>
    )
  }
  const addCase = useAddCase()
  const parts = useInSight<HTMLElement>(current)
  return (
    <nav class="edit-parts" aria-label={said.parts.label} ref={parts}>
      <ul class="plain">
        {PARTS.map((it) => link(it, said.parts[it]))}
        {content.petitions.map((it) => link(`case-${it.id}`, it.person || said.case.unnamed))}
      </ul>
      <Button kind="link" onClick={addCase}>
        {said.parts.newCase}
      </Button>
      <CaseOrder current={current} />
      <ul class="plain">
        {link('preview', said.parts.preview)}
        {link('publish', said.parts.publish)}
      </ul>
    </nav>
  )
}

/** Moves the case that is written among the others: the home page shows them in this order. */
function CaseOrder({ current }: { current: string }) {
  const { said } = useEditorWords()
  const { content, put } = useEditing()
  const at = content.petitions.findIndex((it) => `case-${it.id}` === current)
  if (at < 0 || content.petitions.length < 2) return null
  function move(by: 1 | -1) {
    const next = [...content.petitions]
    next.splice(at + by, 0, ...next.splice(at, 1))
    put('petitions', next)
  }
  return (
    <div class="row">
      {at > 0 && (
        <Button kind="link" onClick={() => move(-1)}>
          {said.list.up}
        </Button>
      )}
      {at < content.petitions.length - 1 && (
        <Button kind="link" onClick={() => move(1)}>
          {said.list.down}
        </Button>
      )}
    </div>
  )
}
