import { filled } from '../../i18n/filled.ts'
import { Versioned } from './ConsentsPart.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'
import { TextPair } from './TextPair.tsx'

export function JoinPart() {
  const { said } = useEditorWords()
  const { content, put } = useEditing()
  const { id } = content.join.codeOfConduct
  return (
    <>
      <TextPair path="join/intro" name="join.intro" rows={4} hint={said.markdown} />
      <section class="edit-item stack" aria-label={said.labels['join.code']}>
        <p class="small muted">{filled(said.consents.version, { id })}</p>
        <Versioned
          path="join/codeOfConduct"
          name="join.code"
          id={id}
          rows={10}
          renew={(next) => put('join/codeOfConduct', next)}
        />
      </section>
      <TextPair path="contact/intro" name="contact.intro" rows={4} />
    </>
  )
}
