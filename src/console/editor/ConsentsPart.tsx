import type { ConsentPurpose } from '../../../protocol/act.ts'
import type { ConsentText } from '../../../protocol/campaign.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'
import { nextId } from './new-content.ts'
import { TextPair } from './TextPair.tsx'

export function ConsentsPart() {
  const { said, words: general } = useEditorWords()
  const { content, desk, put } = useEditing()
  const words = said.consents
  const purposes = Object.keys(words.purposes) as ConsentPurpose[]
  const free = purposes.filter((it) => !content.consents.some((consent) => consent.purpose === it))
  const taken = [...desk.texts, ...content.consents].map((it) => it.id)

  function add(purpose: ConsentPurpose) {
    const id = taken.includes(`${purpose}-1`) ? nextId(`${purpose}-1`, taken) : `${purpose}-1`
    put('consents', [...content.consents, { id, purpose, text: { fr: '', en: '' } }])
  }

  return (
    <>
      <p class="muted">{words.lead}</p>
      <TextPair path="notice/short" name="notice.short" rows={3} />
      <TextPair path="notice/full" name="notice.full" rows={14} hint={said.markdown} />
      <h3>{said.labels.consent}</h3>
      {content.consents.map((consent) => (
        <section key={consent.purpose} class="edit-item stack" aria-label={words.purposes[consent.purpose]}>
          <div class="row between">
            <h4>{words.purposes[consent.purpose]}</h4>
            <span class="small muted">{filled(words.version, { id: consent.id })}</span>
          </div>
          <Versioned
            path={`consents/${consent.id}`}
            name="consent"
            id={consent.id}
            rows={4}
            renew={(next) => put('consents', replaced(content.consents, consent, next))}
          />
          {consent.purpose !== 'sign' && (
            <Button
              kind="link"
              onClick={() =>
                put(
                  'consents',
                  content.consents.filter((it) => it !== consent),
                )
              }
            >
              {words.remove}
            </Button>
          )}
        </section>
      ))}
      {free.length > 0 && (
        <div class="row">
          {free.map((purpose) => (
            <Button key={purpose} kind="link" onClick={() => add(purpose)}>
              {`${words.add}${general.colon}${words.purposes[purpose]}`}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

const replaced = (all: readonly ConsentText[], one: ConsentText, { id, text }: Pick<ConsentText, 'id' | 'text'>) =>
  all.map((it) => (it === one ? { ...it, id, text } : it))

interface VersionedProps {
  /** Where the text and its id stand. */
  path: string
  name: 'consent' | 'join.code'
  id: string
  rows: number
  renew: (next: Pick<ConsentText, 'id' | 'text'>) => void
}

/** A text that people agree to: locked once it was published, and then succeeded by one with another id. */
export function Versioned({ path, name, id, rows, renew }: VersionedProps) {
  const { said } = useEditorWords()
  const { at, desk } = useEditing()
  const words = said.consents
  const locked = desk.texts.some((it) => it.id === id)
  const stem = id.replace(/-\d+$/, '')
  const before = desk.texts.filter((it) => it.id.replace(/-\d+$/, '') === stem).at(-1)
  const text = at(`${path}/text`) as ConsentText['text']
  const taken = desk.texts.map((it) => it.id)
  return (
    <>
      <TextPair path={`${path}/text`} name={name} rows={rows} readOnly={locked} />
      {locked && (
        <p class="row">
          <span class="small muted">{words.locked}</span>
          <Button kind="link" onClick={() => renew({ id: nextId(id, taken), text })}>
            {words.succeed}
          </Button>
        </p>
      )}
      {!locked && before && (
        <Button kind="link" onClick={() => renew({ id: before.id, text: before.text })}>
          {words.undo}
        </Button>
      )}
    </>
  )
}
