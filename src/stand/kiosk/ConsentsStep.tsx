import { formatReceiptCode } from '../../../protocol/receipt.ts'
import { filled } from '../../i18n/filled.ts'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { Consents } from '../../petition/Consents.tsx'
import { wantsEmail, wantsPhone } from '../../petition/person.ts'
import { Button } from '../../ui/Button.tsx'
import { ReachField } from './ContactStep.tsx'
import type { Send, StepProps } from './parts.ts'

/** Each consent apart and unticked. What only a consent asks for, an address or a number, stands beside it. */
export function ConsentsStep(props: StepProps & { next: () => void }) {
  const { setting, form, send, error } = props
  const { fields } = form
  return (
    <>
      <Consents
        campaign={setting.campaign}
        state={{ fields, error, change: (change) => send({ type: 'change', fields: change }) }}
      />
      <div class="kiosk-reach">
        {fields.way !== 'email' && wantsEmail(fields) && <ReachField {...props} way="email" />}
        {fields.way !== 'phone' && wantsPhone(fields) && <ReachField {...props} way="phone" />}
      </div>
    </>
  )
}

/** For who has no phone to photograph the receipt with; on the last step, before anything is kept. */
export function SlipLine({ slip, tried, send }: { slip: string | null; tried: boolean; send: Send }) {
  const words = useWords(standKioskWords)
  if (slip)
    return (
      <p class="kiosk-slip-line">
        <span role="status">{filled(words.slipTaken, { end: endOf(slip) })}</span>
        {!tried && (
          <Button kind="link" onClick={() => send({ type: 'slip', code: null })}>
            {words.slipDrop}
          </Button>
        )}
      </p>
    )
  if (tried) return null
  return (
    <p class="kiosk-slip-line">
      <Button kind="link" onClick={() => send({ type: 'want-slip' })}>
        {words.slipOffer}
      </Button>
    </p>
  )
}

/** The last group, by which a person finds their slip among others. */
export const endOf = (code: string): string => formatReceiptCode(code).split('-').at(-1) ?? ''
