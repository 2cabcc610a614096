import type { Campaign } from '../../../protocol/campaign.ts'
import { MAX_LETTER } from '../../../protocol/limits.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { filled } from '../../i18n/filled.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { ActForm } from '../ActForm.tsx'
import { Consents } from '../Consents.tsx'
import { fieldId } from '../form-state.ts'
import { CountryField } from '../PersonFields.tsx'
import { LetterRules } from '../pages/acts/LetterRules.tsx'
import { type To, writable } from '../pages/offered.ts'
import { ActThanks } from './ActThanks.tsx'
import { consentsOf } from './consents-of.ts'
import { LetterHints } from './LetterHints.tsx'
import {
  emptyLetter,
  isWritten,
  LETTER_ORDER,
  type LetterFields,
  type LetterName,
  letterBody,
  letterProblems,
} from './letter.ts'
import { SendItYourself } from './SendItYourself.tsx'
import { TextArea } from './TextArea.tsx'
import { useKeptAct } from './use-kept-act.ts'

/** The case's rules beside the box; the letter goes to the coordinators, sealed, or its writer sends it. */
export function LetterForm({ campaign, petition }: { campaign: Campaign; petition: Petition }) {
  const all = writable(petition)
  const asked = consentsOf(campaign, 'letter')
  const { it, words, failure } = useKeptAct<LetterFields, LetterName>({
    campaign,
    name: 'letter',
    about: petition.id,
    first: () => emptyLetter(campaign, all[0] ?? 'authority'),
    isFilled: isWritten,
    problemsOf: letterProblems,
    order: () => LETTER_ORDER,
    actOf: (fields, language) => ({
      kind: 'letter',
      petitions: [petition.id],
      body: letterBody(fields, campaign, language, new Date()),
    }),
  })
  const { state } = it
  const { fields, change, error, left } = state
  const said = words.letter
  const names: Record<To, string> = {
    person: filled(said.toPerson, { person: petition.person }),
    authority: said.toAuthority,
  }
  const own = (name: 'firstName' | 'lastName') => ({
    id: fieldId(name),
    value: fields[name],
    error: error(name),
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
    onBlur: () => left(name),
    autocapitalize: 'words' as const,
  })
  const letter = (
    <>
      {all.length > 1 && (
        <Choice
          name="letter-to"
          legend={said.to}
          options={all.map((value) => ({ value, label: names[value] }))}
          value={fields.to}
          onChange={(to) => change({ to })}
        />
      )}
      <div class="letter-desk">
        <LetterRules petition={petition} to={fields.to} />
        <div class="letter-text stack">
          <TextArea name="text" label={said.text} hint={said.textHint} rows={10} most={MAX_LETTER} state={state} />
          {/* Of one that is too long they would say that it can go as it is. */}
          {fields.text.length <= MAX_LETTER && (
            <LetterHints text={fields.text} to={fields.to} person={petition.person} campaign={campaign} />
          )}
        </div>
      </div>
      <div class="names">
        <Field {...own('firstName')} label={said.firstName} autocomplete="given-name" />
        <Field
          {...own('lastName')}
          label={said.lastName}
          hint={fields.to === 'person' ? said.nameHint : undefined}
          autocomplete="family-name"
        />
      </div>
      <CountryField state={state} />
    </>
  )
  // Without a text to agree to, the coordinators take none: a letter can still be written here, and sent by hand.
  if (asked.length === 0)
    return (
      <>
        <div class="act-form">{letter}</div>
        <SendItYourself petition={petition} fields={fields} only />
      </>
    )
  return (
    <>
      <ActForm it={it} submit={said.send} failureWords={failure}>
        {letter}
        <Consents campaign={campaign} needed="letter" asked={asked} state={state} />
      </ActForm>
      <SendItYourself petition={petition} fields={fields} />
      {it.kept && (
        <ActThanks campaign={campaign} name="letter" firstName={fields.firstName} kept={it.kept} leave={it.forget} />
      )}
    </>
  )
}
