// What the three forms beside signing share: how they keep, and what they say when that fails.
import { useEffect } from 'preact/hooks'
import type { Campaign } from '../../../protocol/campaign.ts'
import { actWords } from '../../i18n/acts.ts'
import { formWords } from '../../i18n/form.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import type { FailureWords } from '../Failure.tsx'
import type { Act } from '../keep-signature.ts'
import type { ActName } from '../pages/acts/act-props.ts'
import type { Way } from '../person.ts'
import { type Rules, useActForm } from '../use-act-form.ts'
import { sentenceFor } from './act-sentence.ts'
import { useKeepUnsent, useUnsent } from './use-unsent.ts'

interface Own<Fields, Name extends string> extends Omit<Rules<Fields, Name>, 'load' | 'wordsFor'> {
  campaign: Campaign
  name: ActName
  /** Whom or what it is about, where there is one form for each. */
  about?: string
  /** `language`: the page's, in which consents were read. */
  actOf: (fields: Fields, language: string) => Act
}

/** The rest of the room, once the form answers: somebody may finish writing where there is no network. */
const THEN_MS = 500

const load = () => import('./keep-act.ts')

/** Has all of it here for a time without network. */
export const prepare = (): Promise<void> =>
  load().then(
    (it) => it.keepThisRoom(),
    () => {},
  )

export function useKeptAct<Fields, Name extends string>({
  campaign,
  name,
  about = '',
  actOf,
  ...rules
}: Own<Fields, Name>) {
  useEffect(() => {
    const soon = setTimeout(prepare, THEN_MS)
    return () => clearTimeout(soon)
  }, [])
  const words = useWords(actWords)
  const form = useWords(formWords)
  const language = useLanguage()
  const of = `${name} ${about}`
  const first = useUnsent(of, rules.first)
  const it = useActForm<Fields, Name>({
    ...rules,
    first,
    wordsFor: (field, problem, fields) => {
      const way = fields && typeof fields === 'object' && 'way' in fields ? (fields.way as Way) : 'phone'
      return sentenceFor(words.problem, form.problem, field, problem, { way, age: campaign.join.minAge ?? 0 })
    },
    load: () =>
      load().then(({ keepHere, openSitting }) => ({
        openSitting: (code) => openSitting<Fields>(code),
        keep: (sitting, fields, sending) => keepHere(sitting, fields, campaign, sending, (of) => actOf(of, language)),
      })),
  })
  useKeepUnsent(of, it.state.fields, it.kept === null && rules.isFilled(it.state.fields))
  const failure: FailureWords = { failed: { ...words.failed, title: words.failed[name] }, wrongKey: words.wrongKey }
  return { it, words, failure }
}
