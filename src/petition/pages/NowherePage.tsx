import { useLanguage, useWords } from '../../i18n/language.tsx'
import { nowhereWords } from '../../i18n/nowhere.ts'
import { publicWords } from '../../i18n/public.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import type { BesideProps } from './islands.ts'
import { Nowhere } from './Nowhere.tsx'
import { homePath } from './place.ts'

/** An address that means no page; and every page, while there is no campaign. */
export function NowherePage({ placed }: Pick<BesideProps, 'placed'>) {
  const language = useLanguage()
  const { notFound } = useWords(publicWords)
  const words = useWords(nowhereWords)
  if (placed.place.name !== 'not-found')
    return (
      <Nowhere title={words.noCampaign.title}>
        <p>{words.noCampaign.text}</p>
      </Nowhere>
    )
  // What this device keeps of the campaign may be older than the page. On the server nobody is offline.
  if (globalThis.navigator?.onLine === false)
    return (
      <Nowhere title={words.offline}>
        <p>{words.offlineText}</p>
      </Nowhere>
    )
  return (
    <Nowhere title={notFound}>
      <p>{words.notFoundText}</p>
      <ButtonLink href={homePath(language)}>{words.home}</ButtonLink>
    </Nowhere>
  )
}
