import { useState } from 'preact/hooks'
import { toBase64url } from '../../../protocol/base64url.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { picturePath } from '../../../protocol/picture-path.ts'
import { PICTURE_ROUTES } from '../../../protocol/picture-routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { FilePicker } from '../FilePicker.tsx'
import { useAction } from '../use-action.ts'
import { withoutPhoto, withPhoto } from './case-photo.ts'
import { useEditing, useEditorWords } from './editor-context.ts'
import { smallPhoto } from './photo.ts'
import { TextPair } from './TextPair.tsx'

/** A photograph in place of the drawing. It goes to the server at once, and is seen when the draft is published. */
export function PhotoField({ petition, path }: { petition: Petition; path: string }) {
  const { said } = useEditorWords()
  const { content, change } = useEditing()
  const session = useSession()
  const action = useAction()
  const [problem, setProblem] = useState<'unreadable' | 'tooLarge' | null>(null)
  const [carried, setCarried] = useState(false)
  const words = said.picture
  const photo = petition.picture

  const put = (next: (petition: Petition) => Petition) =>
    change((all) => ({ ...all, petitions: all.petitions.map((it) => (it.id === petition.id ? next(it) : it)) }))

  const bring = (file: File) =>
    action.run(async () => {
      setProblem(null)
      const small = await smallPhoto(file).catch(() => undefined)
      if (!small) return setProblem(small === undefined ? 'unreadable' : 'tooLarge')
      const bytes = toBase64url(new Uint8Array(await small.arrayBuffer()))
      const parameters = { campaign: content.id }
      const { picture, type, width, height } = await session.call(PICTURE_ROUTES.put, {
        parameters,
        body: { use: { for: 'case' }, bytes },
      })
      if (type !== 'webp' && type !== 'jpg') return setProblem('unreadable')
      // What is written while the photograph goes to the server counts too.
      put((it) => withPhoto(it, { picture, type, width, height }))
      setCarried(!photo && Object.values(petition.drawingAlt).some((it) => it.trim() !== ''))
    })

  return (
    <div class="stack">
      <FilePicker
        id="edit-photo"
        label={words.choose}
        hint={words.hint}
        error={problem ? words[problem] : undefined}
        onPick={(file) => file && bring(file)}
      />
      {action.busy && (
        <p role="status" class="muted">
          {words.working}
        </p>
      )}
      {action.error !== null && <Failure error={action.error} />}
      {photo && (
        <>
          <img
            class="edit-photo"
            src={picturePath(photo.picture, photo.type)}
            width={photo.width}
            height={photo.height}
            alt=""
          />
          {carried && <Notice announce="polite">{words.altKept}</Notice>}
          <TextPair path={`${path}/picture/alt`} name="petition.drawingAlt" hint={words.alt} />
          <Button kind="link" onClick={() => put(withoutPhoto)}>
            {words.remove}
          </Button>
        </>
      )}
    </div>
  )
}
