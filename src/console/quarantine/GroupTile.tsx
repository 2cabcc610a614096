import { useState } from 'preact/hooks'
import type { HeldAct, HeldGroup } from '../../../protocol/quarantine-routes.ts'
import { quarantineWords } from '../../i18n/console-quarantine.ts'
import { day } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Failure } from '../Failure.tsx'
import { Sure } from '../Sure.tsx'
import { shortId } from '../tablet-figures.ts'
import { useAction } from '../use-action.ts'
import { useStandWords } from '../use-stand-words.ts'

interface Props {
  group: HeldGroup
  /** The tablet that it came from, where it was enrolled once. */
  tablet: Tablet | null
  onAct: (act: HeldAct) => Promise<void>
}

/** As its stand knows it. */
export interface Tablet {
  n: number
  stand: string
  revokedAt: string | null
}

/** One sender: who, why, since when, how many, and what may be done. */
export function GroupTile({ group, tablet, onAct }: Props) {
  const { language, counted, contactOf, number, momentOf } = useStandWords()
  const said = quarantineWords[language]
  const acting = useAction()
  const [asking, setAsking] = useState<'release' | 'discard' | null>(null)
  const { sender, reason, waiting, discarded, released, since, until } = group
  const who =
    'day' in sender
      ? filled(said.phones, { day: day(language, sender.day) })
      : tablet
        ? filled(said.known, { n: number(tablet.n), stand: tablet.stand })
        : filled(said.tablet, { id: shortId(sender.device) })
  const id = `quarantine-${'day' in sender ? `${sender.day}-${reason}` : `${sender.device}-${sender.key.slice(0, 8)}`}`
  const figures = [
    waiting > 0 && counted(said.waiting, waiting),
    released > 0 && counted(said.released, released),
    discarded > 0 && counted(said.discarded, discarded),
  ].filter((it) => it !== false)
  const [from, to] = [contactOf(since), contactOf(until)]

  const run = (act: HeldAct) =>
    acting.run(async () => {
      await onAct(act)
      setAsking(null)
    })
  const button = (act: HeldAct, onClick: () => void, kind: 'quiet' | 'link') => (
    <Button
      kind={kind}
      onClick={onClick}
      busy={acting.busy && asking === null ? said.busy : undefined}
      aria-describedby={id}
    >
      {said.act[act]}
    </Button>
  )

  return (
    <div class="stack">
      <div>
        <h2 id={id}>{who}</h2>
        <p>{tablet?.revokedAt ? filled(said.revoked, { when: momentOf(tablet.revokedAt) }) : said.why[reason]}</p>
        <p class="small muted">
          <b>{figures.join(' · ')}</b>
          {` · ${from === to ? filled(said.since, { from }) : filled(said.period, { from, to })}`}
        </p>
      </div>
      {asking === null && (
        <div class="row">
          {waiting > 0 && button('release', () => setAsking('release'), 'quiet')}
          {waiting > 0 && button('discard', () => setAsking('discard'), 'quiet')}
          {discarded > 0 && button('restore', () => run('restore'), 'link')}
          {released > 0 && button('hold', () => run('hold'), 'link')}
        </div>
      )}
      {asking !== null && (
        <Sure
          question={counted(said.sure[asking], waiting)}
          yes={said.act[asking]}
          no={said.no}
          busy={acting.busy ? said.busy : undefined}
          onYes={() => run(asking)}
          onNo={() => setAsking(null)}
        >
          <p>{said.effect[asking]}</p>
        </Sure>
      )}
      {acting.error !== null && <Failure error={acting.error} />}
    </div>
  )
}
