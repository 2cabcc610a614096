import { useMemo } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { countries } from '../petition/countries.ts'
import { Field } from '../ui/Field.tsx'
import { type PaperRow, type RowField, TICKS, type Tick } from './paper-row.ts'
import type { Sheet } from './paper-sheet.ts'

export const rowId = (row: number, field: RowField | 'country' | 'towns'): string => `paper-${row}-${field}`

interface Props {
  /** Apart from other rows on the screen. */
  id: number
  campaign: Campaign
  sheet: Sheet
  row: PaperRow
  change: (change: Partial<PaperRow>) => void
  error: (field: RowField) => string | undefined
  left: (field: RowField) => void
}

/** The row's fields, in the order of the printed sheet's columns. */
export function RowFields({ id, campaign, sheet, row, change, error, left }: Props) {
  const words = useWords(standPaperWords).row
  const language = useLanguage()
  const names = useMemo(() => countries(language), [language])
  const ticks = TICKS.filter((it) => sheet.texts[it])

  const bind = (name: RowField) => ({
    id: rowId(id, name),
    label: words[name],
    value: row[name],
    error: error(name),
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
    onBlur: () => left(name),
    autocomplete: 'off',
    spellcheck: false,
  })
  const toggle = (tick: Tick, on: boolean) =>
    change({ ticked: on ? [...row.ticked, tick] : row.ticked.filter((it) => it !== tick) })
  return (
    <div class="paper-fields">
      <Field {...bind('lastName')} autocapitalize="words" />
      <Field {...bind('firstName')} autocapitalize="words" />
      <Field {...bind('contact')} autocapitalize="off" hint={words.contactHint} />
      <Field {...bind('town')} autocapitalize="words" list={rowId(id, 'towns')} />
      <Field {...bind('quarter')} autocapitalize="words" hint={words.placeNotKept} />
      <Field id={rowId(id, 'country')} label={words.country}>
        {(wiring) => (
          <select
            {...wiring}
            autocomplete="off"
            value={row.country}
            onChange={(event) => change({ country: event.currentTarget.value })}
            onKeyDown={(event) => {
              // As in the fields beside it; a closed list would open.
              if (event.key !== 'Enter') return
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
          >
            {names.map((it) => (
              <option key={it.code} value={it.code}>
                {it.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {ticks.length > 0 && (
        <fieldset class="paper-ticks">
          <legend class="field-label">{words.ticked}</legend>
          <div class="row">
            {ticks.map((it) => (
              <label class="check-line" key={it}>
                <input
                  type="checkbox"
                  class="check-box"
                  checked={row.ticked.includes(it)}
                  onChange={(event) => toggle(it, event.currentTarget.checked)}
                />
                <span>{words[it]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field {...bind('slip')} autocapitalize="characters" hint={words.slipHint} />
      <datalist id={rowId(id, 'towns')}>
        {campaign.towns.map((it) => (
          <option key={it} value={it} />
        ))}
      </datalist>
    </div>
  )
}
