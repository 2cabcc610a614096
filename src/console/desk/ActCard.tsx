import type { ActBody } from '../../../protocol/act.ts'
import { DRAWN_WIDTH, decodeDrawn } from '../../../protocol/drawn.ts'
import { countryName } from '../../i18n/country-name.ts'
import { filled } from '../../i18n/filled.ts'
import type { Language } from '../../i18n/languages.ts'
import { named } from '../export/named.ts'
import { fold } from '../review/fold.ts'
import type { OpenedAct } from '../review/opened-act.ts'
import { signerOf } from '../review/search.ts'
import { useReviewWords } from './use-review-words.ts'
import { useWording } from './wording-context.ts'

interface Props {
  act: OpenedAct
  /** Stands beside it: what is the same in both is marked. */
  beside?: OpenedAct | null
  /** Everything that is held, consents and envelope included. */
  whole?: boolean
}

/** An act as it was left: every field under its name. */
export function ActCard({ act, beside = null, whole = false }: Props) {
  const { said, momentOf, localMomentOf, language } = useReviewWords()
  const { stands, groups } = useWording()
  const { field } = said
  const { body, head, receivedAt } = act
  const mine = plainFields(body, language)
  const other = beside && plainFields(beside.body, language)
  const rows = (['name', 'phone', 'email', 'place', 'country'] as const).filter(
    (key) => mine[key] !== '' || (other && other[key] !== ''),
  )
  return (
    <dl class="act">
      {rows.map((key) => {
        const same = other !== null && mine[key] !== '' && fold(mine[key]) === fold(other[key])
        return (
          <div key={key} class={same ? 'act-row same' : 'act-row'}>
            <dt>{field[key]}</dt>
            <dd>
              {mine[key] || field.none}
              {same && <span class="act-same">{field.same}</span>}
            </dd>
          </div>
        )
      })}
      <Row term={field.at[body.kind]} value={localMomentOf(body.at)} />
      <Row term={field.receivedAt[body.kind]} value={momentOf(receivedAt)} />
      <Row term={field.channel[body.kind]} value={said.choose.channel[body.channel]} />
      {body.stand !== undefined && <Row term={field.stand} value={named(stands, body.stand) || body.stand} />}
      {body.kind === 'join' && <Row term={field.way} value={said.way[body.way]} />}
      {body.kind === 'join' && body.group !== undefined && (
        <Row term={field.group} value={named(groups, body.group) || body.group} />
      )}
      {body.kind === 'join' && <Declarations body={body} whole={whole} />}
      {'drawn' in body && body.drawn !== undefined && (
        <div class="act-row">
          <dt>{field.drawn}</dt>
          <dd>
            <Drawn text={body.drawn} label={field.drawn} />
          </dd>
        </div>
      )}
      {(whole || body.kind === 'join' || body.kind === 'contact') && (
        <Row
          term={field.consents}
          value={body.consents
            .map((it) => filled(it.given ? field.given : field.refused, { purpose: said.purpose[it.purpose] }))
            .join(' · ')}
        />
      )}
      {whole && (
        <div class="act-row">
          <dt>{field.envelope}</dt>
          <dd class="console-code">{head.id}</dd>
        </div>
      )}
      {textOf(body) !== '' && (
        <div class="act-text">
          <dt>{field.text}</dt>
          <dd>{textOf(body)}</dd>
        </div>
      )}
    </dl>
  )
}

const Row = ({ term, value }: { term: string; value: string }) => (
  <div class="act-row">
    <dt>{term}</dt>
    <dd>{value}</dd>
  </div>
)

/** What was ticked beside the consents; of an earlier version's request only the code's id is known. */
function Declarations({ body, whole }: { body: Extract<ActBody, { kind: 'join' }>; whole: boolean }) {
  const { field } = useReviewWords().said
  const all = body.declared ?? [{ about: 'code-of-conduct', text: body.codeOfConduct, language: '', said: '' }]
  return (
    <div class="act-row">
      <dt>{field.declared}</dt>
      <dd>
        {all.map(({ about, text, language, said }) => (
          <p key={about}>
            {said}
            {(whole || !said) && <span class="muted">{` (${[text, language].filter(Boolean).join(', ')})`}</span>}
          </p>
        ))}
      </dd>
    </div>
  )
}

function plainFields(body: ActBody, language: Language) {
  const { firstName, lastName = '', phone = '', email = '' } = signerOf(body)
  const { town, quarter } = body.kind === 'letter' ? {} : body.person
  const { country } = body.kind === 'letter' ? body.from : body.person
  return {
    name: `${firstName} ${lastName}`.trim(),
    phone,
    email,
    place: [town, quarter].filter(Boolean).join(', '),
    country: countryName(language, country),
  }
}

const textOf = (body: ActBody): string =>
  body.kind === 'letter' ? body.text : 'message' in body ? (body.message ?? '') : ''

function Drawn({ text, label }: { text: string; label: string }) {
  const drawn = decodeDrawn(text)
  if (!drawn) return null
  return (
    <svg class="act-drawn" viewBox={`0 0 ${DRAWN_WIDTH} ${drawn.height}`} role="img" aria-label={label}>
      {drawn.strokes.map((stroke, i) => (
        <polyline key={String(i)} points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
    </svg>
  )
}
