import './print.css'
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { inLanguage } from '../../../protocol/reading.ts'
import type { Stand } from '../../../protocol/stand.ts'
import { filled } from '../../i18n/filled.ts'
import type { Language } from '../../i18n/languages.ts'
import { printWords } from '../../i18n/print.ts'
import { Mark } from '../../ui/Mark.tsx'
import { type Box, ROWS } from './sheet-choice.ts'

interface Props {
  campaign: Campaign
  petitions: readonly Petition[]
  /** Null: the place for it is left free. */
  stand: Pick<Stand, 'id' | 'name' | 'place'> | null
  language: Language
  boxes: readonly Box[]
  /** Empty: to be written by hand. */
  number: string
  /** Where to withdraw, as people type it. */
  address: string
}

/** One page to sign on. Whoever signs can read on it what they sign, for whom and what becomes of it. */
export function SignatureSheet({ campaign, petitions, stand, language, boxes, number, address }: Props) {
  const words = printWords[language].sheet
  const say = (text: Record<string, string>) => inLanguage(text, language)
  const signing = campaign.consents.find((it) => it.purpose === 'sign')
  return (
    <section class="print-page" lang={language}>
      <header class="print-head">
        <div>
          <p class="print-brand">
            <Mark /> {say(campaign.name)}
          </p>
          <p class="print-title">{words.title}</p>
        </div>
        <dl>
          <div>
            <dt>{words.stand}</dt>
            <dd>{stand && `${stand.name}, ${stand.place} (${stand.id})`}</dd>
          </div>
          <div>
            <dt>{words.number}</dt>
            <dd class="print-number">{number}</dd>
          </div>
        </dl>
      </header>
      <div class={petitions.length > 5 ? 'print-cases many' : 'print-cases'}>
        <p class="print-lead">{words.for}</p>
        <ul>
          {petitions.map((it) => (
            <li key={it.id}>
              <b>
                {it.person}, {say(it.country)}.
              </b>{' '}
              {say(it.demand)} <span class="print-to">({filled(words.to, { addressee: say(it.addressee) })})</span>
            </li>
          ))}
        </ul>
      </div>
      <div class="print-consents">
        {signing && <Consent id={signing.id} text={say(signing.text)} words={words} />}
        {boxes.map((box) => {
          const text = campaign.consents.find((it) => it.purpose === box)
          const lead = box === 'news' ? words.tickNews : words.tickCalls
          return text && <Consent key={box} lead={lead} id={text.id} text={say(text.text)} words={words} />
        })}
        <p>
          {say(campaign.notice.short)} {filled(words.withdraw, { address })}
        </p>
      </div>
      <table class="print-rows">
        <thead>
          <tr>
            <th class="print-n" />
            <th class="print-name">{words.lastName}</th>
            <th class="print-name">{words.firstName}</th>
            <th class="print-contact">{words.contact}</th>
            <th class="print-place">{words.place}</th>
            {boxes.map((box) => (
              <th class="print-box" key={box}>
                {words[box]}
              </th>
            ))}
            <th class="print-sign">{words.signature}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: ROWS }, (_, i) => (
            <tr key={i}>
              <td class="print-n">{i + 1}</td>
              <td />
              <td />
              <td />
              <td />
              {boxes.map((box) => (
                <td class="print-box" key={box}>
                  <span class="print-tick" />
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ConsentProps {
  /** Which box it belongs to; the signature's own text needs none. */
  lead?: string
  id: string
  text: string
  words: { version: string }
}

/** With the name of its version: whoever keys the sheet in says which one was signed. */
const Consent = ({ lead, id, text, words }: ConsentProps) => (
  <p>
    {lead && <b>{lead} </b>}
    <span class="print-version">({filled(words.version, { id })})</span> {text}
  </p>
)
