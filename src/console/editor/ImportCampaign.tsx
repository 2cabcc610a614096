import { useState } from 'preact/hooks'
import { EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { formOf } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { FilePicker } from '../FilePicker.tsx'
import { hrefOf } from '../place.ts'
import { useAction } from '../use-action.ts'
import { type CampaignFile, readCampaignFile } from './campaign-file.ts'
import { putPictures } from './campaign-pictures.ts'
import { useEditorWords } from './editor-context.ts'
import { freeId, slugOf } from './new-content.ts'

interface Props {
  /** Ids of the campaigns that are here. */
  taken: readonly string[]
  onMade: () => void
}

/** Brings a campaign in from a file, as a draft under an id of its own: nothing that is here is touched. */
export function ImportCampaign({ taken, onMade }: Props) {
  const { said, language, number } = useEditorWords()
  const say = useSay()
  const session = useSession()
  const action = useAction()
  const [read, setRead] = useState<ReturnType<typeof readCampaignFile> | null>(null)
  const [id, setId] = useState('')
  const words = said.make
  const file = read && 'file' in read ? read.file : null
  const isTaken = taken.includes(id) || (action.error instanceof ServerRefusal && action.error.reason === 'id-taken')
  const counted = (n: number, forms: { one: string; other: string }) =>
    filled(formOf(language, n, forms), { n: number(n) })

  async function pick(picked: File | null) {
    action.clear()
    if (!picked) return setRead(null)
    const next = readCampaignFile(await picked.text())
    setRead(next)
    if ('file' in next) setId(freeId(next.file.content.id, taken))
  }

  const bring = ({ content, pictures }: CampaignFile) =>
    action.run(async () => {
      await session.call(EDIT_ROUTES.make, { body: { content: { ...content, id, sample: false } } })
      await putPictures(session, id, pictures)
      onMade()
      location.hash = hrefOf({ screen: 'edit', campaign: id, part: 'publish' })
    })

  const error =
    read && 'wrong' in read
      ? read.wrong === 'json'
        ? words.badJson
        : filled(words.badFile, { at: read.wrong.join(', ') })
      : undefined

  return (
    <section class="console-form stack" aria-labelledby="import-title">
      <h2 id="import-title">{words.importTitle}</h2>
      <p class="muted">{words.importLead}</p>
      <FilePicker id="import-file" label={words.file} error={error} onPick={pick} />
      {file && (
        <>
          <p>
            <b>{say(file.content.name)}</b>
            {` · ${counted(file.content.petitions.length, words.cases)} · ${counted(file.pictures.length, words.pictures)}`}
          </p>
          <Field
            id="import-id"
            label={words.importAs}
            hint={words.idHint}
            value={id}
            maxLength={64}
            autocomplete="off"
            spellcheck={false}
            error={isTaken ? words.problems.taken : slugOf(id) !== id ? words.problems.id : undefined}
            onInput={(event) => {
              action.clear()
              setId(event.currentTarget.value)
            }}
          />
          {action.error !== null && !isTaken && <Failure error={action.error} />}
          <Button
            kind="quiet"
            busy={action.busy ? words.importing : undefined}
            onClick={() => !isTaken && slugOf(id) === id && id !== '' && bring(file)}
          >
            {words.importButton}
          </Button>
        </>
      )}
    </section>
  )
}
