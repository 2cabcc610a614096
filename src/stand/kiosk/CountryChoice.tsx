import { useState } from 'preact/hooks'
import { countryName } from '../../i18n/country-name.ts'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { countries } from '../../petition/countries.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'

/** Most people live where the stand is: the list is for those who do not. */
export function CountryChoice({ country, choose }: { country: string; choose: (country: string) => void }) {
  const words = useWords(formWords)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <p class="kiosk-country">
        <span>{filled(words.countryIs, { country: countryName(language, country) })}</span>
        <Button kind="link" onClick={() => setOpen(true)}>
          {words.changeCountry}
        </Button>
      </p>
    )
  return (
    <Field id="kiosk-country" label={words.country}>
      {(wiring) => (
        <select
          {...wiring}
          ref={(select) => select?.focus()}
          autocomplete="off"
          value={country}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {countries(language).map((it) => (
            <option key={it.code} value={it.code}>
              {it.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
