import type { Campaign } from '../../protocol/campaign.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import type { FieldName, SignFields } from './sign.ts'
import { ThanksDialog } from './ThanksDialog.tsx'
import type { ActFormState, Kept } from './use-act-form.ts'

interface Props {
  campaign: Campaign
  it: ActFormState<SignFields, FieldName>
  kept: Kept<SignFields>
}

/** A sitting's thank-you: for the signatures of its first act, and of those that were added while it is open. */
export function ThankYou({ campaign, it, kept }: Props) {
  const words = useWords(formWords)
  const language = useLanguage()
  const petitions = kept.acts.flatMap((act) => act.fields.petitions)
  const n = petitions.length
  const sentence = kept.acts[0]?.kept === 'there' ? words.arrived : words.keptHere
  return (
    <ThanksDialog
      campaign={campaign}
      kept={kept}
      title={filled(words.thanks, { name: it.state.fields.firstName.trim() })}
      said={filled(formOf(language, n, sentence), { n: number(language, n) })}
      signed={{ petitions, work: it.work, failed: it.failed, sign: (more) => it.keepMore({ petitions: more }) }}
      leave={it.forget}
    />
  )
}
