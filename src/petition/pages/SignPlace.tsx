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
  const [first, second] = signable(campaign)
  const kind = campaign.sealingKey ? null : words.notYet
  // A choice of cases, and a case's own page, say whom one signs for; where there is one case alone, nothing else does.
  const alone = !petition && !second && first ? ` · ${first.person}` : ''
  return (
    <section class="sign-place" id="signer" aria-labelledby="signer-title">
      <h2 id="signer-title" tabIndex={-1}>
        {kind ? kind.title : `${words.yourSignature}${alone}`}
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
