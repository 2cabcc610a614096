import type { Petition } from '../../protocol/petition.ts'
import { formWords } from '../i18n/form.ts'
import { useSay, useWords } from '../i18n/language.tsx'
import { Check } from '../ui/Check.tsx'
import { type FormState, fieldId } from './form-state.ts'

/** The open cases, each with a box. */
export function PetitionChoice({ open, state }: { open: readonly Petition[]; state: FormState }) {
  const words = useWords(formWords)
  const say = useSay()
  const { fields, change, error } = state
  const wrong = error('petitions')
  const toggle = (id: string, on: boolean) =>
    change({ petitions: on ? [...fields.petitions, id] : fields.petitions.filter((it) => it !== id) })
  return (
    <fieldset class="petition-choice" id={fieldId('petitions')}>
      <legend class="field-label">{words.petitions}</legend>
      {open.map((it) => (
        <Check
          key={it.id}
          id={`sign-for-${it.id}`}
          checked={fields.petitions.includes(it.id)}
          onChange={(on) => toggle(it.id, on)}
        >
          <b>{it.person}</b>
          {`, ${say(it.country)}`}
        </Check>
      ))}
      {wrong && <p class="field-error">{wrong}</p>}
    </fieldset>
  )
}
