import { fingerprintWords } from '../../protocol/fingerprint.ts'
import { useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Offered } from './enrol.ts'
import { Heading } from './Heading.tsx'
import { TeamPage } from './TeamPage.tsx'

/** The campaign's root as six words that a person compares with the card. */
export function WordsStep({ offered, onYes, onNo }: { offered: Offered; onYes: () => void; onNo: () => void }) {
  const say = useWords(standWords).enrol
  const { stand } = offered.answer
  return (
    <TeamPage
      foot={
        <>
          <Button onClick={onYes}>{say.same}</Button>
          <Button kind="quiet" onClick={onNo}>
            {say.different}
          </Button>
        </>
      }
    >
      <Heading>{say.wordsTitle}</Heading>
      <p class="muted">{[stand.name, stand.place].filter(Boolean).join(' · ')}</p>
      {/* Safari takes the role from a list without marks. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ol class="plain team-words" role="list" aria-label={say.wordsLabel} lang="fr" translate={false}>
        {fingerprintWords(offered.rootId).map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <p>{say.wordsLead}</p>
    </TeamPage>
  )
}

/** The words differ. */
export function Stopped({ onAgain }: { onAgain: () => void }) {
  const say = useWords(standWords).enrol
  return (
    <TeamPage
      foot={
        <Button kind="quiet" onClick={onAgain}>
          {say.startOver}
        </Button>
      }
    >
      <Heading>{say.stoppedTitle}</Heading>
      <Notice tone="bad">{say.stopped}</Notice>
    </TeamPage>
  )
}
