import { formWords } from '../../i18n/form.ts'
import { useSay, useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { CasePicture } from '../../petition/pages/CasePicture.tsx'
import { Paragraphs } from '../../petition/pages/Text.tsx'
import { casesOf, type StepProps } from './parts.ts'

/** The cases as pictures to choose from; each can be read before it is signed. */
export function CasesStep({ setting, form, send, error }: StepProps) {
  const words = useWords(standKioskWords)
  const { petitions: legend } = useWords(formWords)
  const say = useSay()
  const { petitions } = form.fields
  const wrong = error('petitions')
  const toggle = (id: string, on: boolean) =>
    send({
      type: 'change',
      fields: { petitions: on ? [...petitions, id] : petitions.filter((it) => it !== id) },
    })
  return (
    <fieldset class="kiosk-cases">
      <legend class="unseen">{legend}</legend>
      {wrong && <p class="field-error">{wrong}</p>}
      <div class="kiosk-cases-row">
        {casesOf(setting).map((it) => (
          <div class={petitions.includes(it.id) ? 'kiosk-case on' : 'kiosk-case'} key={it.id}>
            <label class="kiosk-case-choice">
              <CasePicture petition={it} alt="" />
              <span class="kiosk-case-words">
                <input
                  type="checkbox"
                  class="check-box"
                  checked={petitions.includes(it.id)}
                  aria-invalid={wrong ? true : undefined}
                  onChange={(event) => toggle(it.id, event.currentTarget.checked)}
                />
                <span>
                  <b>{it.person}</b>
                  {`, ${say(it.country)}`}
                  <span class="small muted kiosk-summary">{say(it.summary)}</span>
                </span>
              </span>
            </label>
            <details class="kiosk-story">
              <summary>
                {words.read}
                <span class="unseen">{`, ${it.person}`}</span>
              </summary>
              <div class="stack">
                <Paragraphs text={it.story} />
                <Paragraphs text={it.demand} />
              </div>
            </details>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
