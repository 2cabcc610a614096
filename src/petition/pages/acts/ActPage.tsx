import './ActPage.css'
import { useEffect, useState } from 'preact/hooks'
import { actWords } from '../../../i18n/acts.ts'
import { useWords } from '../../../i18n/language.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NowherePage } from '../NowherePage.tsx'
import type { ActPageProps } from './act-props.ts'
import { ContactPage } from './ContactPage.tsx'
import { JoinPage } from './JoinPage.tsx'
import { LetterPage } from './LetterPage.tsx'

/** What can be done beside signing: a page each. */
export function ActPage(props: ActPageProps) {
  const words = useWords(actWords)
  const { place } = props.placed
  const { campaign } = props.data
  const lacks = useRest(props)
  if (!campaign) return <NowherePage {...props} />
  if (lacks)
    return (
      <div class="column page">
        <Notice tone="warn" announce="polite">
          {words.lacking}
        </Notice>
      </div>
    )
  if (place.name === 'letter') return <LetterPage {...props} campaign={campaign} petition={place.petition} />
  if (place.name === 'join') return <JoinPage {...props} campaign={campaign} />
  return <ContactPage {...props} campaign={campaign} />
}

/** Asks for what another page's data left out. True where it did not come; false also while it may. */
function useRest({ data, placed, load }: ActPageProps): boolean {
  const lacks = data.madeFor !== undefined && data.madeFor !== placed.path
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (lacks && load) void load().then(() => setAsked(true))
  }, [lacks])
  return lacks && asked
}
