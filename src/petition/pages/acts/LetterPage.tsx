import type { Campaign } from '../../../../protocol/campaign.ts'
import type { Petition } from '../../../../protocol/petition.ts'
import { isOpen } from '../../../../protocol/reading.ts'
import { actWords } from '../../../i18n/acts.ts'
import { filled } from '../../../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../../../i18n/language.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { writable } from '../offered.ts'
import { letterPath, petitionPath } from '../place.ts'
import { ActPlace } from './ActPlace.tsx'
import type { ActPageProps } from './act-props.ts'
import { LetterRules } from './LetterRules.tsx'

interface Props extends ActPageProps {
  campaign: Campaign
  petition: Petition
}

/** To the person or to the authority, with the case's own rules; once a case is over, others to write for. */
export function LetterPage({ campaign, petition, Form }: Props) {
  const words = useWords(actWords)
  const said = words.letter
  const language = useLanguage()
  const say = useSay()
  const { person } = petition
  const all = writable(petition)
  return (
    <div class="column page stack act-page letter-page">
      <p>
        <a class="act-back" href={petitionPath(language, petition.id)}>
          <Icon name="back" />
          {filled(words.back, { person })}
        </a>
      </p>
      <p class="eyebrow">{`${say(petition.country)} · ${say(petition.title)}`}</p>
      <h1 tabIndex={-1}>{filled(said.title, { person })}</h1>
      {all.length === 0 ? (
        <>
          <Notice title={isOpen(petition.state) ? said.none.title : said.over.title}>
            {isOpen(petition.state) ? said.none.text : said.over.text}
          </Notice>
          <Others campaign={campaign} />
        </>
      ) : (
        <>
          <p>{said.intro}</p>
          {/* With a script, the rules stand by the letter's own box and follow whom it is for. */}
          {!Form && all.map((to) => <LetterRules key={to} petition={petition} to={to} />)}
          <ActPlace name="letter" campaign={campaign} petition={petition} Form={Form} />
        </>
      )}
    </div>
  )
}

function Others({ campaign }: { campaign: Campaign }) {
  const said = useWords(actWords).letter
  const language = useLanguage()
  const others = campaign.petitions.filter((it) => writable(it).length > 0)
  if (others.length === 0) return null
  return (
    <section class="stack" aria-labelledby="others">
      <h2 id="others">{said.others}</h2>
      <ul>
        {others.map((it) => (
          <li key={it.id}>
            <a href={letterPath(language, it.id)}>{it.person}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
