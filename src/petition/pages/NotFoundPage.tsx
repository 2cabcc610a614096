import { useLanguage, useWords } from '../../i18n/language.tsx'
import { nowhereWords } from '../../i18n/nowhere.ts'
import { publicWords } from '../../i18n/public.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Nowhere } from './Nowhere.tsx'
import { homePath } from './place.ts'

export function NotFoundPage() {
  const language = useLanguage()
  const { notFound } = useWords(publicWords)
  const words = useWords(nowhereWords)
  return (
    <Nowhere title={notFound}>
      <p>{words.notFoundText}</p>
      <ButtonLink href={homePath(language)}>{words.home}</ButtonLink>
    </Nowhere>
  )
}
