import { useEffect, useState } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useConsoleWords } from './console-context.ts'
import { Heading } from './Heading.tsx'
import { type Made, saveKeyFile } from './key-maker.ts'
import { useAction } from './use-action.ts'

interface Props {
  make: () => Promise<Made>
  onSaved: (made: Made) => void
}

/** Makes the keys in a worker, which gives back the closed file and the public halves, and saves the file. */
export function FileStep({ make: makeFile, onSaved }: Props) {
  const { words } = useConsoleWords()
  const [made, setMade] = useState<Made | null>(null)
  const making = useAction()
  const said = words.key.file

  const make = () => making.run(async () => setMade(await makeFile()))

  useEffect(() => {
    make()
  }, [])

  return (
    <>
      <Heading>{said.title}</Heading>
      {making.error !== null && (
        <Notice tone="bad" title={words.failure.title} announce="now">
          <p>{said.failed}</p>
          <Button kind="link" onClick={make}>
            {words.retry}
          </Button>
        </Notice>
      )}
      {made === null && making.error === null && (
        <>
          <p role="status">{said.making}</p>
          <Progress id="making" label={said.makingLabel} />
        </>
      )}
      {made !== null && (
        <>
          <p role="status">{said.lead}</p>
          <p class="console-code">{made.fileName}</p>
          <Button
            onClick={() => {
              saveKeyFile(made)
              onSaved(made)
            }}
          >
            {said.save}
          </Button>
        </>
      )}
    </>
  )
}
