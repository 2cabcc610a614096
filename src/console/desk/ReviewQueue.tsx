import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../../../protocol/review-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import type { Standing } from '../review/opened-act.ts'
import type { Pair } from '../review/room.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { ActCard } from './ActCard.tsx'
import { useAsked } from './use-asked.ts'
import type { DeskState } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import { useReviewWords } from './use-review-words.ts'

interface Props {
  campaign: CampaignSummary
  state: DeskState
  standing: Standing
  onStanding: (standing: Standing) => void
}

const ORDER = ['to-review', 'suspicious', 'duplicate', 'valid', 'rejected'] as const

/** One signature at a time, beside the one that it repeats or resembles, and one key for each decision. */
export function ReviewQueue({ campaign, state, standing, onStanding }: Props) {
  const { said, number } = useReviewWords()
  const say = useSay()
  const [petition, setPetition] = useState('')
  const [at, setAt] = useState(0)
  const [told, setTold] = useState('')
  const action = useAction()
  const { desk, turn, summary, undo } = state
  const text = said.queue
  const asked = { petition: petition || null, standings: [standing], at, size: 1 }
  const page = useAsked(() => desk.ask('queue', asked), [desk, turn, petition, standing, at])
  const pair = page?.items[0]
  const total = page?.total ?? 0
  const figures = (petition && summary.figures[petition]) || summary.all

  useEffect(() => {
    // What was decided has left the list: the next one stands in its place, and behind the last one there is none.
    if (page && at > 0 && at >= page.total) setAt(Math.max(0, page.total - 1))
  }, [page, at])

  const decide = (verdict: Verdict | null) => {
    if (!pair || action.busy) return
    const before = verdictOf(pair)
    const decision = { envelope: pair.act.head.id, petition: pair.petition, verdict }
    action.run(async () => {
      await state.decide(decision, before)
      setTold(verdict ? filled(text.done, { verdict: said.standingOne[verdict as Standing] }) : text.undone)
    })
  }
  const takeBack = undo && (() => action.run(() => undo().then(() => setTold(text.undone))))
  const back = at > 0 ? () => setAt(at - 1) : undefined
  const on = at < total - 1 ? () => setAt(at + 1) : undefined
  useKeys({
    v: () => decide('valid'),
    d: () => decide('duplicate'),
    r: () => decide('rejected'),
    u: takeBack ?? undefined,
    ArrowLeft: back,
    ArrowRight: on,
  })

  const titleOf = (id: string) => {
    const known = campaign.petitions.find((it) => it.id === id)
    return known ? say(known.title) : filled(said.figures.removed, { id })
  }

  return (
    <div class="stack">
      <Heading as="h2">{text.title}</Heading>
      <p class="console-lead">{text.lead}</p>
      <Choice
        name="queue"
        legend={text.which}
        options={ORDER.map((value) => ({ value, label: `${said.standing[value]} (${number(figures[value])})` }))}
        value={standing as (typeof ORDER)[number]}
        onChange={(next) => {
          setAt(0)
          onStanding(next)
        }}
      />
      {Object.keys(summary.figures).length > 1 && (
        <div class="console-actions">
          <Field id="queue-petition" label={text.petition}>
            {(wiring) => (
              <select
                {...wiring}
                value={petition}
                onChange={({ currentTarget }) => {
                  setAt(0)
                  setPetition(currentTarget.value)
                }}
              >
                <option value="">{text.allPetitions}</option>
                {Object.keys(summary.figures).map((id) => (
                  <option key={id} value={id}>
                    {titleOf(id)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {action.error !== null && (
        <>
          <Failure error={action.error} />
          <p>{text.notKept}</p>
        </>
      )}
      <p class="unseen" role="status">
        {told}
      </p>
      {page && !pair && total === 0 && (
        <Notice tone="ok">{standing === 'to-review' ? text.emptyReview : text.empty}</Notice>
      )}
      {pair && (
        <section class="stack" aria-label={filled(text.place, { n: number(at + 1), total: number(total) })}>
          <div class="row between">
            <p>
              <strong>{titleOf(pair.petition)}</strong> · {said.reason[pair.reason]}
            </p>
            <p class="muted">{filled(text.place, { n: number(at + 1), total: number(total) })}</p>
          </div>
          <div class="desk-cards">
            <article class="tile desk-card now" aria-labelledby="desk-this">
              <h3 id="desk-this">{text.this}</h3>
              <ActCard act={pair.act} beside={pair.other} />
            </article>
            {pair.other ? (
              <article class="tile desk-card" aria-labelledby="desk-other">
                <h3 id="desk-other">{text.other}</h3>
                <ActCard act={pair.other} beside={pair.act} />
              </article>
            ) : (
              <p class="tile desk-card muted">{text.otherGone}</p>
            )}
          </div>
          <div class="row desk-decide">
            {standing !== 'valid' && <Button onClick={() => decide('valid')}>{text.valid}</Button>}
            {standing !== 'duplicate' && (
              <Button kind={standing === 'valid' ? 'main' : 'quiet'} onClick={() => decide('duplicate')}>
                {text.duplicate}
              </Button>
            )}
            {standing !== 'rejected' && (
              <Button kind="quiet" onClick={() => decide('rejected')}>
                {text.rejected}
              </Button>
            )}
            {pair.reason === 'decided' && (
              <Button kind="quiet" onClick={() => decide(null)}>
                {text.back}
              </Button>
            )}
          </div>
          <div class="row desk-move">
            {back && (
              <Button kind="link" onClick={back}>
                {text.previous}
              </Button>
            )}
            {on && (
              <Button kind="link" onClick={on}>
                {text.next}
              </Button>
            )}
          </div>
        </section>
      )}
      {takeBack && (
        <Button kind="link" onClick={takeBack}>
          {text.undo}
        </Button>
      )}
      <p class="small muted">{text.keys}</p>
    </div>
  )
}

/** What stands at the server about it. */
const verdictOf = ({ reason, standing }: Pair): Verdict | null =>
  reason === 'decided' && standing !== 'to-review' && standing !== 'suspicious' ? standing : null
