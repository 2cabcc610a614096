import { useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { countryName } from '../i18n/country-name.ts'
import { filled } from '../i18n/filled.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import type { CountryName } from './countries.ts'
import { type FormState, fieldId } from './form-state.ts'
import { type PersonName, type PersonTyped, WAYS } from './person.ts'

type State = FormState<PersonTyped, PersonName>

/** What a text field of this form needs. */
const bind = ({ fields, change, error, left }: State, name: PersonName) => ({
  id: fieldId(name),
  value: fields[name],
  error: error(name),
  onInput: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
  onBlur: () => left(name),
})

export function PersonFields({ campaign, state }: { campaign: Campaign; state: State }) {
  const words = useWords(formWords)
  const { fields, change } = state
  return (
    <>
      <div class="names">
        <Field {...bind(state, 'firstName')} label={words.firstName} autocomplete="given-name" autocapitalize="words" />
        <Field {...bind(state, 'lastName')} label={words.lastName} autocomplete="family-name" autocapitalize="words" />
      </div>
      <Choice
        name="sign-way"
        legend={words.way}
        options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        value={fields.way}
        onChange={(way) => change({ way })}
      />
      {fields.way === 'place' ? (
        <div class="names">
          <Field {...bind(state, 'town')} label={words.town} autocomplete="address-level2" list="sign-towns" />
          <Field {...bind(state, 'quarter')} label={words.quarter} autocomplete="address-level3" />
          <datalist id="sign-towns">
            {campaign.towns.map((it) => (
              <option key={it} value={it} />
            ))}
          </datalist>
        </div>
      ) : (
        <ReachField campaign={campaign} state={state} way={fields.way} />
      )}
      <CountryField state={state} />
    </>
  )
}

/** A number or an address: for the way chosen, or for a wish that needs one. */
export function ReachField({ campaign, state, way }: { campaign: Campaign; state: State; way: 'phone' | 'email' }) {
  const words = useWords(formWords)
  if (way === 'phone')
    return (
      <Field
        {...bind(state, 'phone')}
        label={words.phone}
        hint={filled(words.phoneHint, { example: campaign.phone.example })}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
      />
    )
  return (
    <Field
      {...bind(state, 'email')}
      label={words.email}
      type="email"
      inputMode="email"
      autocomplete="email"
      autocapitalize="off"
      spellcheck={false}
    />
  )
}

/** Most people live where the campaign is: the list of countries is built for those who do not. */
export function CountryField({ state }: { state: FormState<{ country: string }, never> }) {
  const words = useWords(formWords)
  const language = useLanguage()
  const [all, setAll] = useState<CountryName[] | null>(null)
  const { fields, change } = state
  const show = () => import('./countries.ts').then(({ countries }) => setAll(countries(language)), console.error)
  if (!all)
    return (
      <p class="country">
        <span>{filled(words.countryIs, { country: countryName(language, fields.country) })}</span>
        <Button kind="link" onClick={show}>
          {words.changeCountry}
        </Button>
      </p>
    )
  return (
    <Field id="sign-country" label={words.country}>
      {(wiring) => (
        <select
          {...wiring}
          ref={(select) => select?.focus()}
          autocomplete="country"
          value={fields.country}
          onChange={(event) => change({ country: event.currentTarget.value })}
        >
          {all.map((it) => (
            <option key={it.code} value={it.code}>
              {it.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
