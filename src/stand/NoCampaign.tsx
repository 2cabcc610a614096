import { useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { Button } from '../ui/Button.tsx'
import { Heading } from './Heading.tsx'
import { TeamPage } from './TeamPage.tsx'

/** The campaign is nowhere yet, neither in the network nor in the cache. */
export function NoCampaign({ failed, again }: { failed: boolean; again: () => void }) {
  const words = useWords(standWords)
  if (!failed)
    return (
      <TeamPage>
        <p role="status">{words.loading}</p>
      </TeamPage>
    )
  return (
    <TeamPage>
      <Heading>{words.noCampaignTitle}</Heading>
      <p>{words.noCampaign}</p>
      <Button onClick={again}>{words.tryAgain}</Button>
    </TeamPage>
  )
}
