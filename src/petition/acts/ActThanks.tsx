import type { Campaign } from '../../../protocol/campaign.ts'
import { actWords } from '../../i18n/acts.ts'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useWords } from '../../i18n/language.tsx'
import type { ActName } from '../pages/acts/act-props.ts'
import { ThanksDialog } from '../ThanksDialog.tsx'
import type { Kept } from '../use-act-form.ts'

interface Props {
  campaign: Campaign
  name: ActName
  firstName: string
  kept: Kept<unknown>
  leave: () => void
}

/** The same thank-you as for a signature: it stands there once the act is saved, and has a receipt of its own. */
export function ActThanks({ name, firstName, kept, ...rest }: Props) {
  const words = useWords(actWords)
  const form = useWords(formWords)
  const sentences = words.where[name]
  return (
    <ThanksDialog
      {...rest}
      kept={kept}
      title={filled(form.thanks, { name: firstName.trim() })}
      said={kept.acts[0]?.kept === 'there' ? sentences.arrived : sentences.here}
      receiptText={words.receipt}
      sentences={sentences}
    />
  )
}
