import { TEXT_LIMITS, type TextName } from '../../../protocol/content-rules.ts'
import { filled } from '../../i18n/filled.ts'
import { useEditing, useEditorWords } from './editor-context.ts'

interface Props {
  /** Where the text stands: `petitions/joel-paredes/title`. */
  path: string
  name: TextName
  hint?: string
  /** Lines that the box begins with; a single line where it is left out. */
  rows?: number
  readOnly?: boolean
}

const idOf = (path: string) => `edit-${path.replace(/\W+/g, '-')}`

/** One text in every language of the campaign, side by side; one below the other where there is no room. */
export function TextPair({ path, name, hint, rows, readOnly }: Props) {
  const { said } = useEditorWords()
  const { content } = useEditing()
  return (
    <fieldset class="text-pair" id={idOf(path)}>
      <legend class="field-label">{said.labels[name as keyof typeof said.labels]}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      <div class="text-pair-row">
        {content.languages.map((language) => (
          <OneText key={language} path={path} name={name} language={language} rows={rows} readOnly={readOnly} />
        ))}
      </div>
    </fieldset>
  )
}

function OneText({ path, name, language, rows, readOnly }: Omit<Props, 'hint'> & { language: string }) {
  const { said, number } = useEditorWords()
  const { at, put, wrongAt } = useEditing()
  const value = String(at(`${path}/${language}`) ?? '')
  const max = TEXT_LIMITS[name]
  const problem = wrongAt(path, language)
  const id = `${idOf(path)}-${language}`
  const wiring = {
    id,
    class: 'input',
    lang: language,
    value,
    readOnly,
    'aria-invalid': problem?.why === 'too-long' ? (true as const) : undefined,
    'aria-describedby': `${id}-note`,
    onInput: (event: { currentTarget: { value: string } }) => put(`${path}/${language}`, event.currentTarget.value),
  }
  const near = value.length > max * 0.8
  return (
    <div class="field">
      <label class="small" for={id}>
        {said.languages[language as keyof typeof said.languages] ?? language}
      </label>
      {rows ? <textarea {...wiring} rows={rows} /> : <input {...wiring} type="text" autocomplete="off" />}
      <p class={problem?.why === 'too-long' ? 'field-error' : 'field-hint'} id={`${id}-note`}>
        {problem && <span class="text-pair-problem">{said.problems[problem.why]}</span>}
        {near && <span>{filled(said.chars, { n: number(value.length), max: number(max) })}</span>}
      </p>
    </div>
  )
}
