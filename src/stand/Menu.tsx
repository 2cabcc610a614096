import '../outbox/Reconciliation.css'
import { day } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { Reconciliation } from '../outbox/Reconciliation.tsx'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import { SyncStatus } from '../outbox/SyncStatus.tsx'
import type { StorageProblem } from '../outbox/storage.ts'
import { localDay } from '../outbox/team-tally.ts'
import { UpdateNotice } from '../petition/Background.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Heading } from './Heading.tsx'
import type { Room } from './room.ts'
import type { Standing } from './standing.ts'
import { TeamPage } from './TeamPage.tsx'
import { Today } from './Today.tsx'
import type { Desk } from './use-desk.ts'

const WAYS = ['paper', 'print', 'tally', 'day', 'check'] as const
/** It collects nothing any more; what it holds is still to be handed over. */
const REVOKED_WAYS = ['tally', 'day'] as const

interface Props {
  standing: Standing
  desk: Desk
  /** Why the stand could not be opened just now. */
  trouble: StorageProblem | null
  onGo: (room: Room) => void
  onEnrol: () => void
}

/** The team's own screen: how things stand, and where to go. */
export function Menu({ standing, desk, trouble, onGo, onEnrol }: Props) {
  const words = useWords(standWords).menu
  const language = useLanguage()
  const { stand, tablet } = standing
  const revoked = desk.enrolled?.revoked === true
  const today = localDay(new Date())
  const dates = filled(stand.from === stand.to ? words.oneDay : words.dates, {
    from: day(language, stand.from),
    to: day(language, stand.to),
  })
  return (
    <TeamPage
      foot={
        !revoked && (
          <Button large onClick={() => onGo('kiosk')}>
            {words.open}
          </Button>
        )
      }
    >
      <div>
        <Heading>{stand.name}</Heading>
        <p class="muted">
          {[stand.place, filled(words.tablet, { n: String(tablet) }), dates].filter(Boolean).join(' · ')}
        </p>
      </div>
      <UpdateNotice />
      {trouble && <StorageTrouble problem={trouble} />}
      {revoked && (
        <Notice tone="bad" title={words.revokedTitle}>
          {words.revoked}
        </Notice>
      )}
      {!revoked && (today < stand.from || today > stand.to) && (
        <Notice tone="warn">{filled(words.notToday, { dates })}</Notice>
      )}
      <section class="tile stack stand-sums" aria-labelledby="stand-sums">
        <h2 id="stand-sums">{words.sums}</h2>
        <Reconciliation tally={desk.tally} />
        {desk.tally.waiting + desk.tally.refused > 0 && <SyncStatus />}
      </section>
      <Today stand={stand} />
      <div class="team-ways">
        {(revoked ? REVOKED_WAYS : WAYS).map((room) => (
          <Button key={room} kind="quiet" onClick={() => onGo(room)}>
            {words.ways[room]}
          </Button>
        ))}
        <Button kind="quiet" onClick={onEnrol}>
          {words.enrolAgain}
        </Button>
      </div>
      <Notice icon={<Icon name="lock" />}>{words.lock}</Notice>
    </TeamPage>
  )
}
