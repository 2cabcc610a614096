import type { Campaign } from '../../../../protocol/campaign.ts'
import { actWords } from '../../../i18n/acts.ts'
import { useWords } from '../../../i18n/language.tsx'
import { offered } from '../offered.ts'
import { Paragraphs } from '../Text.tsx'
import { ActPlace } from './ActPlace.tsx'
import type { ActPageProps } from './act-props.ts'
import { NotOffered } from './NotOffered.tsx'

export function ContactPage({ campaign, Form }: ActPageProps & { campaign: Campaign }) {
  const words = useWords(actWords).contact
  return (
    <div class="column page stack act-page">
      <h1 tabIndex={-1}>{words.title}</h1>
      {!campaign.ended && <Paragraphs text={campaign.contact.intro} />}
      {offered(campaign).includes('contact') ? (
        <ActPlace name="contact" campaign={campaign} Form={Form} />
      ) : (
        <NotOffered campaign={campaign} none={words.none} />
      )}
    </div>
  )
}
