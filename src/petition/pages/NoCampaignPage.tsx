import { useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { PlainPage } from './PlainPage.tsx'

export function NoCampaignPage() {
  const words = useWords(publicWords)
  return (
    <PlainPage title={words.noCampaign.title}>
      <p>{words.noCampaign.text}</p>
    </PlainPage>
  )
}
