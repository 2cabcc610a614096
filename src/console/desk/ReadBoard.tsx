import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../../../protocol/review-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Heading } from '../Heading.tsx'
import type { ReadKind, ReadState } from '../review/room.ts'
import { ActCard } from './ActCard.tsx'
import { KeyHint } from './KeyHint.tsx'
import { LetterHead, LetterRules } from './LetterParts.tsx'
import { Outcome } from './Outcome.tsx'
import { useAsked } from './use-asked.ts'
import type { DeskState } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import { useOutcome } from './use-outcome.ts'
import { useReviewWords } from './use-review-words.ts'

const KINDS = ['letter', 'join', 'contact'] as const

/** Letters, join requests and messages, one at a time. A letter is approved for printing, or set aside. */
export function ReadBoard({ state }: { state: DeskState }) {
  const { said, number } = useReviewWords()
  const { desk, turn, summary, undo } = state
  const total = (kind: ReadKind) => Object.values(summary.others[kind]).reduce((sum, n) => sum + n, 0)
  const kinds = KINDS.filter((kind) => total(kind) > 0)
  const [kind, setKind] = useState<ReadKind>(kinds[0] ?? 'letter')
  const [which, setWhich] = useState<ReadState>('open')
  const [at, setAt] = useState(0)
  const outcome = useOutcome()
  const text = said.read
  const page = useAsked(() => desk.ask('reading', { kind, state: which, at, size: 1 }), [desk, turn, kind, which, at])
  const act = page?.items[0]
  const count = page?.total ?? 0
  const letter = act?.body.kind === 'letter' ? { ...act, body: act.body } : null
  const done: ReadState = kind === 'letter' ? 'approved' : 'read'

  useEffect(() => {
    if (page && at > 0 && at >= page.total) setAt(Math.max(0, page.total - 1))
  }, [page, at])

  const decide = (verdict: Verdict | null) => {
    if (!act) return
    const { id, petitions } = act.head
    const before = which === 'open' ? null : which
    outcome.run(async () => {
      await state.decide({ envelope: id, petition: petitions[0] ?? null, verdict }, before)
      return tellOf(verdict)
    })
  }
  const tellOf = (verdict: Verdict | null): string => {
    if (verdict === 'approved' || verdict === 'rejected') return text.told[verdict]
    return verdict === 'read' && kind !== 'letter' ? text.told.read[kind] : text.told.open
  }
  const takeBack = undo && (() => outcome.run(() => undo().then(() => said.queue.undone)))
  const show = (to: { kind?: ReadKind; which?: ReadState; at?: number }) => {
    outcome.clear()
    if (to.kind) setKind(to.kind)
    if (to.which) setWhich(to.which)
    setAt(to.at ?? 0)
  }
  const back = at > 0 ? () => show({ at: at - 1 }) : undefined
  const on = at < count - 1 ? () => show({ at: at + 1 }) : undefined
  const setAside = kind === 'letter' ? () => decide('rejected') : undefined
  useKeys({
    a: () => decide(done as Verdict),
    [text.asideKey]: setAside,
    // It was the key in every language, and hands remember.
    r: setAside,
    u: takeBack ?? undefined,
    ArrowLeft: back,
    ArrowRight: on,
  })

  const states: ReadState[] = kind === 'letter' ? ['open', 'approved', 'rejected'] : ['open', 'read']
  const stateWords: Record<ReadState, string> = {
    open: text.open,
    approved: text.approved,
    rejected: text.rejected,
    read: kind === 'letter' ? '' : text.readDone[kind],
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
          onChange={(next) => show({ kind: next, which: 'open' })}
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
        onChange={(next) => show({ which: next })}
      />
      {kind === 'letter' && <p class="small muted">{text.hint}</p>}
      <Outcome outcome={outcome}>
        {takeBack && (
          <Button kind="link" onClick={takeBack}>
            {said.queue.undo}
          </Button>
        )}
      </Outcome>
      {page && count === 0 && <Notice tone="ok">{text.none}</Notice>}
      {act && (
        <section class="stack" aria-label={filled(said.queue.place, { n: number(at + 1), total: number(count) })}>
          <div class="row between">
            {letter ? <LetterHead letter={letter} /> : <h3>{said.kind[act.body.kind]}</h3>}
            <p class="muted">{filled(said.queue.place, { n: number(at + 1), total: number(count) })}</p>
          </div>
          <div class="desk-cards">
            <article class="tile desk-card now">
              <ActCard act={act} />
            </article>
            {letter && <LetterRules letter={letter} />}
          </div>
          <div class="row desk-decide">
            {which !== done && (
              <Button onClick={() => decide(done as Verdict)}>
                {kind === 'letter' ? text.approve : text.markRead[kind]} <KeyHint of="a" />
              </Button>
            )}
            {setAside && which !== 'rejected' && (
              <Button kind="quiet" onClick={setAside}>
                {text.setAside} <KeyHint of={text.asideKey} />
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
