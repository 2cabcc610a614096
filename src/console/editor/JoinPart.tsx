import { LIST_LIMITS } from '../../../protocol/content-rules.ts'
import { MAX_NAME, MAX_PLACE } from '../../../protocol/limits.ts'
import { filled } from '../../i18n/filled.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Versioned } from './ConsentsPart.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'
import { ItemList } from './ItemList.tsx'
import { groupId } from './new-content.ts'
import { LineField, NumberField } from './OneField.tsx'
import { TextPair } from './TextPair.tsx'

export function JoinPart() {
  const { said } = useEditorWords()
  const { content, put } = useEditing()
  const { id } = content.join.codeOfConduct
  const lacks = (purpose: 'join' | 'contact') => !content.consents.some((it) => it.purpose === purpose)
  return (
    <>
      {lacks('join') && <Notice tone="warn">{said.joining.noJoin}</Notice>}
      <TextPair path="join/intro" name="join.intro" rows={4} hint={said.markdown} />
      <Groups />
      <NumberField
        path="join/minAge"
        label={said.labels['join.minAge']}
        hint={said.joining.minAge}
        min={1}
        max={99}
        optional
      />
      <TextPair path="join/fee" name="join.fee" rows={2} hint={said.joining.fee} />
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
      {lacks('contact') && <Notice tone="warn">{said.joining.noContact}</Notice>}
      <TextPair path="contact/intro" name="contact.intro" rows={4} />
    </>
  )
}

/** Local groups. The id of one, which requests name, is made of its words, and stays as it is once it was published. */
function Groups() {
  const { said } = useEditorWords()
  const { content, desk, put } = useEditing()
  const groups = content.join.groups ?? []
  const known = desk.published?.join.groups?.map((it) => it.id) ?? []
  const rename = (at: number, change: { name?: string; town?: string }) =>
    put(
      'join/groups',
      groups.map((it, n) => (n === at ? renamed({ ...it, ...change }, at) : it)),
    )
  const renamed = (group: (typeof groups)[number], at: number) =>
    known.includes(group.id)
      ? group
      : { ...group, id: groupId(group, [...known, ...groups.filter((_, n) => n !== at).map((it) => it.id)]) }
  return (
    <>
      <p class="field-hint">{said.joining.groups}</p>
      <ItemList
        path="join/groups"
        label={said.labels['join.groups']}
        add={said.list.addGroup}
        blank={() => ({
          id: groupId({ name: '', town: '' }, [...known, ...groups.map((it) => it.id)]),
          name: '',
          town: '',
        })}
        max={LIST_LIMITS.groups}
      >
        {(path) => {
          const at = Number(path.split('/').at(-1))
          return (
            <div class="console-pair">
              <LineField
                path={`${path}/name`}
                label={said.joining.groupName}
                maxLength={MAX_NAME}
                onChange={(name) => rename(at, { name })}
              />
              <LineField
                path={`${path}/town`}
                label={said.joining.town}
                maxLength={MAX_PLACE}
                onChange={(town) => rename(at, { town })}
              />
            </div>
          )
        }}
      </ItemList>
    </>
  )
}
