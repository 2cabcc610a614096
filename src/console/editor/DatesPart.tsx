import { setsRetention } from '../../../protocol/edit-routes.ts'
import { MAX_PLACE } from '../../../protocol/limits.ts'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useMe } from '../console-context.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { DateField, LineField, NumberField } from './OneField.tsx'
import { OtherDays } from './OtherDays.tsx'

export function DatesPart() {
  const { said } = useEditorWords()
  const { content, desk, put, wrongAt } = useEditing()
  const words = said.dates
  const fixed = !setsRetention(useMe().role)
  const stand = content.stand ?? { allTicked: true, drawn: false }
  return (
    <>
      <p class="muted">{words.lead}</p>
      <div class="console-pair">
        <DateField path="opens" label={said.labels.opens} />
        <DateField path="closes" label={said.labels.closes} min={content.opens} fixed={fixed} />
        <DateField path="destroyBy" label={said.labels.destroyBy} min={content.closes} fixed={fixed} />
      </div>
      {wrongAt('dates') && <Notice tone="warn">{said.problems.dates}</Notice>}
      <OtherDays />
      {fixed && <p class="small">{words.fixed}</p>}
      {desk.envelopes > 0 && <p class="small">{words.promised}</p>}
      <div class="console-pair">
        <Field
          id="edit-country"
          label={words.country}
          value={content.country}
          maxLength={2}
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => /^[a-z]{2}$/i.test(value) && put('country', value.toUpperCase())}
        />
        <Field
          id="edit-calling-code"
          label={words.code}
          hint={words.codeHint}
          value={content.phone.callingCode}
          inputMode="numeric"
          maxLength={4}
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => /^[1-9]\d{0,3}$/.test(value) && put('phone/callingCode', value)}
        />
        <NumberField path="phone/digits" label={words.digits} min={4} max={12} />
        <LineField path="phone/example" label={words.example} maxLength={30} />
      </div>
      <Towns />
      <Check
        id="edit-all-ticked"
        checked={stand.allTicked}
        onChange={(allTicked) => put('stand', { ...stand, allTicked })}
      >
        {words.allTicked}
      </Check>
      <Check id="edit-drawn" checked={stand.drawn} onChange={(drawn) => put('stand', { ...stand, drawn })}>
        {words.drawn}
      </Check>
    </>
  )
}

function Towns() {
  const { said } = useEditorWords()
  const { content, put, wrongAt } = useEditing()
  const problem = wrongAt('towns')
  const read = (text: string) =>
    [...new Set(text.split('\n').map((it) => it.trim().slice(0, MAX_PLACE)))].filter(Boolean)
  return (
    <Field
      id="edit-towns"
      label={said.labels.towns}
      hint={said.dates.townsHint}
      error={problem && said.problems[problem.why]}
    >
      {(wiring) => (
        // Read when it is left: a line that is being typed would lose its spaces.
        <textarea
          {...wiring}
          rows={8}
          defaultValue={content.towns.join('\n')}
          onChange={(event) => put('towns', read(event.currentTarget.value))}
        />
      )}
    </Field>
  )
}
