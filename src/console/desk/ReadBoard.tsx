import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../../../protocol/review-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import type { OpenedAct } from '../review/opened-act.ts'
import type { ReadKind, ReadState } from '../review/room.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { ActCard } from './ActCard.tsx'
import { useAsked } from './use-asked.ts'
import type { DeskState } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import { useReviewWords } from './use-review-words.ts'

const KINDS = ['letter', 'join', 'contact'] as const

/** Letters, join requests and messages, one at a time. A letter is approved for printing, or set aside. */
export function ReadBoard({ campaign, state }: { campaign: CampaignSummary; state: DeskState }) {
  const { said, number } = useReviewWords()
  const { desk, turn, summary } = state
  const total = (kind: ReadKind) => Object.values(summary.others[kind]).reduce((sum, n) => sum + n, 0)
  const kinds = KINDS.filter((kind) => total(kind) > 0)
  const [kind, setKind] = useState<ReadKind>(kinds[0] ?? 'letter')
  const [which, setWhich] = useState<ReadState>('open')
  const [at, setAt] = useState(0)
  const action = useAction()
  const text = said.read
  const page = useAsked(() => desk.ask('reading', { kind, state: which, at, size: 1 }), [desk, turn, kind, which, at])
  const act = page?.items[0]
  const count = page?.total ?? 0
  const isLetter = kind === 'letter'
  const done: ReadState = isLetter ? 'approved' : 'read'

  useEffect(() => {
    if (page && at > 0 && at >= page.total) setAt(Math.max(0, page.total - 1))
  }, [page, at])

  const decide = (verdict: Verdict | null) => {
    if (!act || action.busy) return
    const { id, petitions } = act.head
    const before = which === 'open' ? null : which
    action.run(() => state.decide({ envelope: id, petition: petitions[0] ?? null, verdict }, before))
  }
  const back = at > 0 ? () => setAt(at - 1) : undefined
  const on = at < count - 1 ? () => setAt(at + 1) : undefined
  useKeys({
    a: () => decide(done as Verdict),
    r: isLetter ? () => decide('rejected') : undefined,
    ArrowLeft: back,
    ArrowRight: on,
  })

  const states: ReadState[] = isLetter ? ['open', 'approved', 'rejected'] : ['open', 'read']
  const stateWords: Record<ReadState, string> = {
    open: text.open,
    approved: text.approved,
    rejected: text.rejected,
    read: text.readDone,
  }
  return (
    <div class="stack">
      <Heading as="h2">{text.title}</Heading>
      {kinds.length > 1 && (
        <Choice
          name="read-kind"
          legend={text.which}
          options={kinds.map((value) => ({ value, label: `${text[value]} (${number(total(value))})` }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setWhich('open')
            setAt(0)
          }}
        />
      )}
      <Choice
        name="read-state"
        legend={text.state}
        options={states.map((value) => ({
          value,
          label: `${stateWords[value]} (${number(summary.others[kind][value])})`,
        }))}
        value={which}
        onChange={(next) => {
          setWhich(next)
          setAt(0)
        }}
      />
      {isLetter && <p class="small muted">{text.hint}</p>}
      {action.error !== null && (
        <>
          <Failure error={action.error} />
          <p>{said.queue.notKept}</p>
        </>
      )}
      {page && count === 0 && <Notice tone="ok">{text.none}</Notice>}
      {act && (
        <section class="stack" aria-label={filled(said.queue.place, { n: number(at + 1), total: number(count) })}>
          <div class="row between">
            <Addressed campaign={campaign} act={act} />
            <p class="muted">{filled(said.queue.place, { n: number(at + 1), total: number(count) })}</p>
          </div>
          <article class="tile desk-card now">
            <ActCard act={act} />
          </article>
          <div class="row desk-decide">
            {which !== done && (
              <Button onClick={() => decide(done as Verdict)}>{isLetter ? text.approve : text.markRead}</Button>
            )}
            {isLetter && which !== 'rejected' && (
              <Button kind="quiet" onClick={() => decide('rejected')}>
                {text.setAside}
              </Button>
            )}
            {which !== 'open' && (
              <Button kind="quiet" onClick={() => decide(null)}>
                {text.reopen}
              </Button>
            )}
          </div>
          <div class="row desk-move">
            {back && (
              <Button kind="link" onClick={back}>
                {said.queue.previous}
              </Button>
            )}
            {on && (
              <Button kind="link" onClick={on}>
                {said.queue.next}
              </Button>
            )}
          </div>
          <p class="small muted">{text.keys}</p>
        </section>
      )}
    </div>
  )
}

function Addressed({ campaign, act }: { campaign: CampaignSummary; act: OpenedAct }) {
  const { said } = useReviewWords()
  const say = useSay()
  const petition = campaign.petitions.find((it) => it.id === act.head.petitions[0])
  if (act.body.kind !== 'letter') return <p>{said.kind[act.body.kind]}</p>
  const person = petition ? say(petition.title) : (act.head.petitions[0] ?? '')
  return <p>{filled(act.body.to === 'person' ? said.read.toPerson : said.read.toAuthority, { person })}</p>
}
