import { useState } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { bytesOf, FilePicker } from './FilePicker.tsx'
import { Heading } from './Heading.tsx'
import { type Made, proveSavedFile, saveKeyFile } from './key-maker.ts'
import { keyProblemWords } from './key-problem.ts'
import { useAction } from './use-action.ts'
import type { CampaignSummary } from './use-campaigns.ts'

interface Props {
  campaign: string
  phrase: string
  made: Made
  onPublished: (campaign: CampaignSummary) => void
  /** The keys are the published ones: there is only the file to prove. */
  onProven?: () => void
}

/** The saved file is chosen again and opens a test envelope; only then are the public halves published. */
export function ProofStep({ campaign, phrase, made, onPublished, onProven }: Props) {
  const { words } = useConsoleWords()
  const session = useSession()
  const proving = useAction()
  const publishing = useAction()
  const [proven, setProven] = useState(false)
  const said = words.key.proof
  const file = made.fileName

  const publish = () =>
    publishing.run(async () =>
      onPublished(await session.call(CONSOLE_ROUTES.publishKey, { parameters: { campaign }, body: made.keys })),
    )

  const pick = (picked: File | null) => {
    if (!picked) return
    proving.run(async () => {
      await proveSavedFile({ campaign, phrase, keys: made.keys, file: await bytesOf(picked) })
      if (onProven) return onProven()
      setProven(true)
      publish()
    })
  }

  return (
    <>
      <Heading>{said.title}</Heading>
      {!proven && (
        <>
          <Notice announce="polite">{filled(words.key.file.saved, { file })}</Notice>
          <p>{said.lead}</p>
          <FilePicker
            id="saved-key"
            label={said.file}
            hint={filled(said.hint, { file })}
            error={proving.error === null ? undefined : keyProblemWords(proving.error, words.keyProblem)}
            onPick={pick}
          />
          {proving.busy && (
            <div role="status" class="stack">
              <p>{said.proving}</p>
              <Progress id="proving" label={said.provingLabel} />
            </div>
          )}
          <Button kind="link" onClick={() => saveKeyFile(made)}>
            {words.key.file.saveAgain}
          </Button>
        </>
      )}
      {proven && (
        <>
          {publishing.busy && (
            <div role="status">
              <Progress id="publishing" label={said.publishing} />
            </div>
          )}
          {publishing.error !== null && (
            <>
              <Failure error={publishing.error} />
              <Button onClick={publish}>{said.publishAgain}</Button>
            </>
          )}
        </>
      )}
    </>
  )
}
