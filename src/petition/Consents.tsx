import { type ComponentChildren, Fragment } from 'preact'
import type { ConsentPurpose } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { formWords } from '../i18n/form.ts'
import { useSay, useWords } from '../i18n/language.tsx'
import { Check } from '../ui/Check.tsx'
import { fieldId } from './form-state.ts'
import { Paragraphs } from './pages/Text.tsx'
import { consentsAsked } from './sign.ts'

interface Props<Needed extends ConsentPurpose> {
  campaign: Campaign
  /** The one without which nothing can be kept. */
  needed?: Needed
  asked?: Campaign['consents']
  state: {
    fields: { agreed: readonly ConsentPurpose[] }
    change: (change: { agreed: ConsentPurpose[] }) => void
    error: (name: NoInfer<Needed>) => string | undefined
  }
  /** What stands below a box while it is ticked. */
  beside?: (purpose: ConsentPurpose) => ComponentChildren
}

/** Each consent apart and unticked, then the notice: one sentence, and all of it for who wants it. */
export function Consents<Needed extends ConsentPurpose = 'sign'>({
  campaign,
  needed = 'sign' as Needed,
  asked = consentsAsked(campaign),
  state,
  beside,
}: Props<Needed>) {
  const words = useWords(formWords)
  const say = useSay()
  const { fields, change, error } = state
  const toggle = (purpose: ConsentPurpose, on: boolean) =>
    change({ agreed: on ? [...fields.agreed, purpose] : fields.agreed.filter((it) => it !== purpose) })
  return (
    <div>
      <div class="consents">
        {asked.map(({ id, purpose, text }) => (
          <Fragment key={id}>
            <Check
              id={purpose === needed ? fieldId(needed) : `sign-agree-${purpose}`}
              checked={fields.agreed.includes(purpose)}
              onChange={(on) => toggle(purpose, on)}
              required={purpose === needed}
              error={purpose === needed ? error(needed) : undefined}
            >
              <WithLead text={say(text)} />
            </Check>
            {beside?.(purpose)}
          </Fragment>
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
