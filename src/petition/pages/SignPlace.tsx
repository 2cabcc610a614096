import type { Campaign } from '../../../protocol/campaign.ts'
import { signable } from '../../../protocol/reading.ts'
import { useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { Notice } from '../../ui/Notice.tsx'
import { FormPlace } from './FormPlace.tsx'
import type { Islands } from './islands.ts'

interface Props {
  campaign: Campaign
  petition: string | null
  Sign: Islands['Sign']
}

/** The section that every "sign" leads to: the form, or kind words where nothing can be signed now. */
export function SignPlace({ campaign, petition, Sign }: Props) {
  const words = useWords(publicWords)
  const kind = !campaign.sealingKey ? words.notYet : signable(campaign).length === 0 ? words.nothingOpen : null
  return (
    <section class="sign-place" id="signer" aria-labelledby="signer-title">
      <h2 id="signer-title" tabIndex={-1}>
        {kind ? kind.title : words.yourSignature}
      </h2>
      {kind ? (
        <Notice>{kind.text}</Notice>
      ) : Sign ? (
        <Sign campaign={campaign} petition={petition} />
      ) : (
        <FormPlace form="sign" state="server" />
      )}
    </section>
  )
}
