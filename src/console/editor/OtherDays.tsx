import { day } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { hrefOf } from '../place.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { placeWords } from './labels.ts'
import { partOf } from './objections.ts'
import { type OtherDay, otherDays, withDestroyDay } from './promised-days.ts'

/** A text says the same in each of its languages, and is named once. */
const isFirst = (one: OtherDay, at: number, all: readonly OtherDay[]): boolean =>
  all.findIndex((it) => it.path === one.path && it.day === one.day) === at

/** Texts that promise another day of destruction than the dates say. Only a person knows what they mean, so it stops nothing. */
export function OtherDays() {
  const { said, words, language } = useEditorWords()
  const { content, desk, change } = useEditing()
  const all = otherDays(content)
  if (all.length === 0) return null
  const date = day(language, content.destroyBy)
  // What somebody may have agreed to is succeeded by another text, and never edited.
  const open = all.filter(({ path }) => !desk.texts.some((it) => path === `consents/${it.id}/text`))
  return (
    <Notice tone="warn" title={filled(said.dates.others, { date })}>
      <ul>
        {all.filter(isFirst).map((it) => (
          <li key={`${it.path} ${it.day}`}>
            <a href={hrefOf({ screen: 'edit', campaign: content.id, part: partOf(it.path) })}>
              {placeWords(it.path, said, content)}
            </a>
            {`${words.colon}${day(language, it.day)}`}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <Button kind="quiet" onClick={() => change((it) => withDestroyDay(it, open))}>
          {filled(said.dates.writeDay, { date })}
        </Button>
      )}
      {open.length < all.length && <p>{said.dates.othersPublished}</p>}
    </Notice>
  )
}
