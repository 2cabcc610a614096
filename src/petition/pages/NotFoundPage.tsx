import { useLanguage, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { PlainPage } from './PlainPage.tsx'
import { homePath } from './place.ts'

export function NotFoundPage() {
  const language = useLanguage()
  const words = useWords(publicWords)
  return (
    <PlainPage title={words.notFound}>
      <p>{words.notFoundText}</p>
      <ButtonLink href={homePath(language)}>{words.home}</ButtonLink>
    </PlainPage>
  )
}

export function NoCampaignPage() {
  const words = useWords(publicWords)
  return (
    <PlainPage title={words.noCampaign.title}>
      <p>{words.noCampaign.text}</p>
    </PlainPage>
  )
}
