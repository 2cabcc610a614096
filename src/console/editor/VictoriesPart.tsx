import { LIST_LIMITS } from '../../../protocol/content-rules.ts'
import { MAX_NAME } from '../../../protocol/limits.ts'
import { localDate } from '../key-names.ts'
import { useEditorWords } from './editor-context.ts'
import { ItemList } from './ItemList.tsx'
import { DateField, LineField } from './OneField.tsx'
import { TextPair } from './TextPair.tsx'

const NOTHING = { fr: '', en: '' }

export function VictoriesPart() {
  const { said } = useEditorWords()
  return (
    <>
      <TextPair path="victories/intro" name="victories.intro" rows={4} hint={said.markdown} />
      <ItemList
        path="victories/list"
        label={said.labels['victories.list']}
        add={said.list.addVictory}
        blank={() => ({ person: '', country: NOTHING, date: localDate(new Date()), text: NOTHING })}
        max={LIST_LIMITS.victories}
        newestFirst
      >
        {(path) => (
          <>
            <div class="console-pair">
              <LineField path={`${path}/person`} label={said.list.person} maxLength={MAX_NAME} />
              <DateField path={`${path}/date`} label={said.list.date} />
            </div>
            <TextPair path={`${path}/country`} name="victory.country" />
            <TextPair path={`${path}/text`} name="victory.text" rows={3} />
          </>
        )}
      </ItemList>
    </>
  )
}
