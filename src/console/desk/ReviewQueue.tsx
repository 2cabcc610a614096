import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../../../protocol/review-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Heading } from '../Heading.tsx'
import type { Standing } from '../review/opened-act.ts'
import type { Pair } from '../review/room.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { KeyHint } from './KeyHint.tsx'
import { NothingHere } from './NothingHere.tsx'
import { Outcome } from './Outcome.tsx'
import { PairCards } from './PairCards.tsx'
import { useAsked } from './use-asked.ts'
import type { DeskState } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import { useOutcome } from './use-outcome.ts'
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
  const outcome = useOutcome()
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
    if (!pair) return
    const before = verdictOf(pair)
    const decision = { envelope: pair.act.head.id, petition: pair.petition, verdict }
    outcome.run(async () => {
      await state.decide(decision, before)
      return verdict ? filled(text.done, { verdict: said.standingOne[verdict as Standing] }) : text.ruled
    })
  }
  const takeBack = undo && (() => outcome.run(() => undo().then(() => text.undone)))
  const show = (to: { petition?: string; standing?: Standing; at?: number }) => {
    outcome.clear()
    setAt(to.at ?? 0)
    if (to.petition !== undefined) setPetition(to.petition)
    if (to.standing) onStanding(to.standing)
  }
  const back = at > 0 ? () => show({ at: at - 1 }) : undefined
  const on = at < total - 1 ? () => show({ at: at + 1 }) : undefined
  useKeys({
    v: () => decide('valid'),
    d: () => decide('duplicate'),
    [text.rejectKey]: () => decide('rejected'),
    // It was the key in every language, and hands remember.
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
      <div class="desk-filters">
        <Choice
          name="queue"
          legend={text.which}
          options={ORDER.map((value) => ({ value, label: `${said.standing[value]} (${number(figures[value])})` }))}
          value={standing as (typeof ORDER)[number]}
          onChange={(next) => show({ standing: next })}
        />
        {Object.keys(summary.figures).length > 1 && (
          <Field id="queue-petition" label={text.petition}>
            {(wiring) => (
              <select
                {...wiring}
                value={petition}
                onChange={({ currentTarget }) => show({ petition: currentTarget.value })}
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
        )}
      </div>
      <Outcome outcome={outcome}>
        {takeBack && (
          <Button kind="link" onClick={takeBack}>
            {text.undo}
          </Button>
        )}
      </Outcome>
      {page && !pair && total === 0 && (
        <NothingHere all={summary.all} onSee={(next) => show({ petition: '', standing: next })} />
      )}
      {pair && (
        <section class="stack" aria-label={filled(text.place, { n: number(at + 1), total: number(total) })}>
          <div class="row between">
            <p>
              <strong>{titleOf(pair.petition)}</strong> · {said.reason[pair.reason]}
            </p>
            <p class="muted">{filled(text.place, { n: number(at + 1), total: number(total) })}</p>
          </div>
          <PairCards pair={pair} />
          <div class="row desk-decide">
            {standing !== 'valid' && (
              <Button onClick={() => decide('valid')}>
                {text.valid} <KeyHint of="v" />
              </Button>
            )}
            {standing !== 'duplicate' && (
              <Button kind={standing === 'valid' ? 'main' : 'quiet'} onClick={() => decide('duplicate')}>
                {text.duplicate} <KeyHint of="d" />
              </Button>
            )}
            {standing !== 'rejected' && (
              <Button kind="quiet" onClick={() => decide('rejected')}>
                {text.rejected} <KeyHint of={text.rejectKey} />
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
      <p class="small muted">{text.keys}</p>
    </div>
  )
}

/** What stands at the server about it. */
const verdictOf = ({ reason, standing }: Pair): Verdict | null =>
  reason === 'decided' && standing !== 'to-review' && standing !== 'suspicious' ? standing : null
