import { useRef } from 'preact/hooks'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { WAYS } from '../../petition/person.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CountryChoice } from './CountryChoice.tsx'
import { KioskField } from './KioskField.tsx'
import type { StepProps } from './parts.ts'
import { suggestTowns } from './towns.ts'

export function ContactStep(props: StepProps & { next: () => void }) {
  const { form, send } = props
  const words = useWords(formWords)
  const { ways } = useWords(standKioskWords)
  return (
    <>
      <Choice
        name="kiosk-way"
        legend={<span class="unseen">{ways}</span>}
        options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        value={form.fields.way}
        onChange={(way) => send({ type: 'change', fields: { way } })}
      />
      {form.fields.way === 'place' ? <PlaceFields {...props} /> : <ReachField {...props} way={form.fields.way} />}
      <CountryChoice
        country={form.fields.country}
        choose={(country) => send({ type: 'change', fields: { country } })}
      />
    </>
  )
}

/** The field for one way to reach a person; the consents ask for it too, where they need another one. */
export function ReachField({
  setting,
  form,
  send,
  error,
  next,
  way,
}: StepProps & { next: () => void; way: 'phone' | 'email' }) {
  const words = useWords(formWords)
  return (
    <KioskField
      id={`kiosk-${way}`}
      kind={way}
      label={words[way]}
      hint={way === 'phone' ? filled(words.phoneHint, { example: setting.campaign.phone.example }) : undefined}
      value={form.fields[way]}
      error={error(way)}
      onType={(typed) => send({ type: 'change', fields: { [way]: typed } })}
      onEnter={next}
    />
  )
}

function PlaceFields({ setting, form, send, error, next }: StepProps & { next: () => void }) {
  const words = useWords(formWords)
  const quarter = useRef<HTMLInputElement>(null)
  const towns = suggestTowns(setting.campaign.towns, form.fields.town)
  return (
    <div class="kiosk-pair">
      <div>
        <KioskField
          id="kiosk-town"
          kind="place"
          label={words.town}
          value={form.fields.town}
          error={error('town')}
          onType={(town) => send({ type: 'change', fields: { town } })}
          onEnter={() => quarter.current?.focus()}
        />
        <fieldset class="kiosk-towns" aria-label={words.town}>
          {towns.map((town) => (
            <button
              type="button"
              class="kiosk-town"
              key={town}
              onClick={() => {
                send({ type: 'change', fields: { town } })
                quarter.current?.focus()
              }}
            >
              {town}
            </button>
          ))}
        </fieldset>
      </div>
      <KioskField
        id="kiosk-quarter"
        kind="place"
        label={words.quarter}
        value={form.fields.quarter}
        error={error('quarter')}
        onType={(typed) => send({ type: 'change', fields: { quarter: typed } })}
        onEnter={next}
        inputRef={quarter}
      />
    </div>
  )
}
