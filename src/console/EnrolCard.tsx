import { fingerprintWords } from '../../protocol/fingerprint.ts'
import { inLanguage } from '../../protocol/reading.ts'
import { enrolFragment, formatEnrolCode } from '../../protocol/stand.ts'
import { formOf, moment, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import type { Forms } from '../i18n/forms.ts'
import type { Language } from '../i18n/languages.ts'
import { standWords } from '../i18n/stands.ts'
import { Mark } from '../ui/Mark.tsx'
import { Qr } from '../ui/Qr.tsx'
import type { CampaignSummary } from './use-campaigns.ts'
import { datesOf } from './use-stand-words.ts'
import type { FreshCode } from './use-stands.ts'

interface Props {
  campaign: CampaignSummary
  fresh: FreshCode
  /** The volunteer's, whatever the console speaks. */
  language: Language
}

/** What a volunteer gets, on paper or shown: how to enrol a tablet. The console stands at the public address. */
export function EnrolCard({ campaign, fresh, language }: Props) {
  const said = standWords[language]
  const { card } = said
  const { stand, code: out } = fresh.view
  const counted = (forms: Forms, n: number) => filled(formOf(language, n, forms), { n: number(language, n) })
  const address = `${location.origin}/stand`
  const until = out && filled(card.until, { until: moment(language, Date.parse(out.expiresAt)) })
  return (
    <article class="enrol-card" lang={language}>
      <p class="enrol-brand">
        <Mark />
        <span>{inLanguage(campaign.name, language)}</span>
      </p>
      <p class="enrol-title">{card.title}</p>
      <p>{`${stand.name}, ${stand.place}, ${datesOf(said, language, stand)}`}</p>
      <div class="enrol-code">
        <Qr text={`${address}#${enrolFragment(fresh.code, fresh.root)}`} label={card.qr} />
        <dl>
          <dt>{card.address}</dt>
          <dd class="console-code">{address}</dd>
          <dt>{card.code}</dt>
          <dd class="console-code enrol-typed" translate={false}>
            {formatEnrolCode(fresh.code)}
          </dd>
          <dt>{card.words}</dt>
          <dd>
            <ol class="enrol-words" lang="fr" translate={false}>
              {fingerprintWords(fresh.root).map((word, i) => (
                <li key={i}>{word}</li>
              ))}
            </ol>
          </dd>
        </dl>
      </div>
      <ol class="enrol-steps">
        {card.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {out && <p class="enrol-until">{`${until}, ${counted(card.tablets, out.tablets)}.`}</p>}
      <p class="small">{card.keep}</p>
    </article>
  )
}
