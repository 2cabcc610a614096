import type { ConsentPurpose } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { formWords } from '../i18n/form.ts'
import { useSay, useWords } from '../i18n/language.tsx'
import { Check } from '../ui/Check.tsx'
import { type FormState, fieldId } from './form-state.ts'
import { Paragraphs } from './pages/Text.tsx'
import { consentsAsked } from './sign.ts'

/** Each consent apart and unticked, then the notice: one sentence, and all of it for who wants it. */
export function Consents({ campaign, state }: { campaign: Campaign; state: FormState }) {
  const words = useWords(formWords)
  const say = useSay()
  const { fields, change, error } = state
  const toggle = (purpose: ConsentPurpose, on: boolean) =>
    change({ agreed: on ? [...fields.agreed, purpose] : fields.agreed.filter((it) => it !== purpose) })
  return (
    <div>
      <div class="consents">
        {consentsAsked(campaign).map((it) => (
          <Check
            key={it.id}
            id={it.purpose === 'sign' ? fieldId('sign') : `sign-agree-${it.purpose}`}
            checked={fields.agreed.includes(it.purpose)}
            onChange={(on) => toggle(it.purpose, on)}
            required={it.purpose === 'sign'}
            error={it.purpose === 'sign' ? error('sign') : undefined}
          >
            <WithLead text={say(it.text)} />
          </Check>
        ))}
      </div>
      <div class="data-notice small">
        <p class="muted">{say(campaign.notice.short)}</p>
        <details>
          <summary>{words.all}</summary>
          <div class="stack">
            <Paragraphs text={campaign.notice.full} />
          </div>
        </details>
      </div>
    </div>
  )
}

/** A short first sentence stands out; the text itself is shown as its editors wrote it. */
function WithLead({ text }: { text: string }) {
  const lead = /^[^.]{1,30}\.(?=\s)/.exec(text)?.[0]
  if (!lead) return text
  return (
    <>
      <b>{lead}</b>
      {text.slice(lead.length)}
    </>
  )
}
