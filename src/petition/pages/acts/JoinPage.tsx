import type { Campaign } from '../../../../protocol/campaign.ts'
import { inLanguage } from '../../../../protocol/reading.ts'
import { actWords } from '../../../i18n/acts.ts'
import { number } from '../../../i18n/counting.ts'
import { filled } from '../../../i18n/filled.ts'
import { useLanguage, useWords } from '../../../i18n/language.tsx'
import { offered } from '../offered.ts'
import { Paragraphs } from '../Text.tsx'
import { ActPlace } from './ActPlace.tsx'
import type { ActPageProps } from './act-props.ts'
import { NotOffered } from './NotOffered.tsx'

/** The code of conduct is read first: it stands above the form, for whoever has no script too. */
export function JoinPage({ campaign, Form }: ActPageProps & { campaign: Campaign }) {
  const words = useWords(actWords).join
  const language = useLanguage()
  const { intro, codeOfConduct, fee, minAge } = campaign.join
  return (
    <div class="column page stack act-page">
      <h1 tabIndex={-1}>{words.title}</h1>
      {!campaign.ended && <Paragraphs text={intro} />}
      {offered(campaign).includes('join') ? (
        <>
          {(minAge || fee) && (
            <dl class="join-facts">
              {minAge && (
                <div>
                  <dt>{words.age}</dt>
                  <dd>{filled(words.ageText, { n: number(language, minAge) })}</dd>
                </div>
              )}
              {fee && inLanguage(fee, language) !== '' && (
                <div>
                  <dt>{words.fee}</dt>
                  <dd>
                    <Paragraphs text={fee} />
                  </dd>
                </div>
              )}
            </dl>
          )}
          {inLanguage(codeOfConduct.text, language) !== '' && (
            <section class="conduct stack" aria-labelledby="code">
              <h2 id="code">{words.code}</h2>
              <p class="small muted">{words.codeText}</p>
              <Paragraphs text={codeOfConduct.text} />
            </section>
          )}
          <h2>{words.request}</h2>
          <ActPlace name="join" campaign={campaign} Form={Form} />
        </>
      ) : (
        <NotOffered campaign={campaign} none={words.none} />
      )}
    </div>
  )
}
