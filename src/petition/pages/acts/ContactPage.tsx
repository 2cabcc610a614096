import type { Campaign } from '../../../../protocol/campaign.ts'
import { actWords } from '../../../i18n/acts.ts'
import { useWords } from '../../../i18n/language.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { offered } from '../offered.ts'
import { Paragraphs } from '../Text.tsx'
import { ActPlace } from './ActPlace.tsx'
import type { ActPageProps } from './act-props.ts'

export function ContactPage({ campaign, Form }: ActPageProps & { campaign: Campaign }) {
  const words = useWords(actWords).contact
  return (
    <div class="column page stack act-page">
      <h1 tabIndex={-1}>{words.title}</h1>
      <Paragraphs text={campaign.contact.intro} />
      {offered(campaign).includes('contact') ? (
        <ActPlace name="contact" campaign={campaign} Form={Form} />
      ) : (
        <Notice>{words.none}</Notice>
      )}
    </div>
  )
}
