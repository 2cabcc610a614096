import { day } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { LanguageContext, useSay } from '../../i18n/language.tsx'
import type { Language } from '../../i18n/languages.ts'
import { Mark } from '../../ui/Mark.tsx'
import { named } from '../export/named.ts'
import type { Wording } from '../opening-source.ts'
import { counts } from '../review/opened-act.ts'
import type { Found } from '../review/room.ts'
import { ActCard } from './ActCard.tsx'
import { useReviewWords } from './use-review-words.ts'
import { useWording, WordingContext } from './wording-context.ts'

interface Props {
  found: Found
  wording: Wording
  language: Language
  /** When it is printed, ISO 8601. */
  at: string
}

/** On paper, for the person who asked: what is held of this act, the texts that they agreed to, and until when. It stands alone on its page. */
export const HeldSheet = ({ wording, language, ...rest }: Props) => (
  <LanguageContext.Provider value={language}>
    <WordingContext.Provider value={wording}>
      <Sheet {...rest} />
    </WordingContext.Provider>
  </LanguageContext.Provider>
)

function Sheet({ found: { act, signatures }, at }: Pick<Props, 'found' | 'at'>) {
  const { said, words, dayOf, language } = useReviewWords()
  const say = useSay()
  const { campaign, consentTexts } = useWording()
  const text = said.find.sheet
  const titles = Object.fromEntries(campaign.petitions.map(({ id, title }) => [id, say(title)]))
  return (
    <article class="held-sheet" lang={language}>
      <p class="print-brand">
        <Mark /> {say(campaign.name)}
      </p>
      <h1>{text.title}</h1>
      <p>{filled(text.made, { date: dayOf(at) })}</p>
      <h2>{said.kind[act.body.kind]}</h2>
      {signatures.map((it) => (
        <p key={it.petition}>
          {(named(titles, it.petition) || it.petition) + words.colon + (counts(it) ? text.counted : text.notCounted)}
        </p>
      ))}
      <ActCard act={act} whole />
      <h2>{text.texts}</h2>
      <ul>
        {act.body.consents.map((it) => (
          <li key={it.purpose}>
            {filled(it.given ? said.field.given : said.field.refused, { purpose: said.purpose[it.purpose] })}
            <br />
            {consentTexts[it.text]?.[it.language] ?? it.text}
          </li>
        ))}
      </ul>
      <h2>{text.rights}</h2>
      <p>{filled(text.until, { date: day(language, campaign.destroyBy) })}</p>
      <p>{text.withdraw}</p>
    </article>
  )
}
