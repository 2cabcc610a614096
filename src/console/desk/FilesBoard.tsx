import { useState } from 'preact/hooks'
import type { Campaign } from '../../../protocol/campaign.ts'
import { consoleExportWords } from '../../i18n/console-export.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useSession } from '../console-context.ts'
import { FILES, type FileKind, type MadeFile } from '../export/make-files.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { localDate } from '../key-names.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { WorkerProblem } from '../worker-line.ts'
import { RunBoard } from './RunBoard.tsx'
import type { DeskState } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'
import type { RunState } from './use-run.ts'

interface Props {
  campaign: CampaignSummary
  published: Campaign
  state: DeskState
  run: RunState
}

/** The files of this opening, each with its manifest; nothing opened is written to disk but these. */
export function FilesBoard({ campaign, published, state, run }: Props) {
  const { said, counted } = useReviewWords()
  const [countedOnly, setCountedOnly] = useState(true)
  const text = said.files
  return (
    <div class="stack">
      <Heading as="h2">{text.title}</Heading>
      <Notice tone="warn">{text.clear}</Notice>
      {run.withdrawn !== null && run.withdrawn.length > 0 && (
        <Notice tone="warn">{counted(text.withdrawn, run.withdrawn.length)}</Notice>
      )}
      <Check id="counted-only" checked={countedOnly} onChange={setCountedOnly} hint={text.countedHint}>
        {text.countedOnly}
      </Check>
      <ul class="plain desk-files tile">
        {FILES.map((kind) => (
          <OneFile
            key={kind}
            kind={kind}
            {...{ campaign, published, state, countedOnly }}
            withdrawn={run.withdrawn}
            onSaved={run.record}
          />
        ))}
      </ul>
      <RunBoard run={run} />
    </div>
  )
}

interface OneProps extends Omit<Props, 'run'> {
  kind: FileKind
  countedOnly: boolean
  withdrawn: string[] | null
  onSaved: () => void
}

function OneFile({ kind, campaign, published, state, countedOnly, withdrawn, onSaved }: OneProps) {
  const { said, language } = useReviewWords()
  const coordinator = useSession().name
  const say = useSay()
  const action = useAction()
  const [saved, setSaved] = useState<{ name: string; manifest: MadeFile } | null>(null)
  const text = said.files

  const make = () =>
    action.run(async () => {
      const now = new Date()
      const { file, manifest } = await state.desk.ask('files', {
        kind,
        countedOnly,
        words: consoleExportWords[language],
        titles: Object.fromEntries(campaign.petitions.map((it) => [it.id, say(it.title)])),
        consentTexts: Object.fromEntries(published.consents.map((it) => [it.id, it.text])),
        date: localDate(now),
        madeAt: now.toISOString(),
        madeBy: coordinator,
        app: 'Paraphe',
        withdrawn,
      })
      saveFile(file.name, [file.bytes], file.type)
      // The bytes of the manifest are kept for its own button; the file's are not.
      setSaved({ name: file.name, manifest })
      onSaved()
    })

  return (
    <li class="desk-file">
      <div class="desk-file-name">
        <Button
          kind="quiet"
          onClick={make}
          busy={action.busy ? text.making : undefined}
          aria-describedby={`file-${kind}`}
        >
          {text[kind]}
        </Button>
        <p class="small muted" id={`file-${kind}`}>
          {text[`${kind}Note`]}
        </p>
      </div>
      {action.error instanceof WorkerProblem && action.error.problem === 'too-many-rows' ? (
        <Notice tone="bad" announce="now">
          {text.tooManyRows}
        </Notice>
      ) : (
        action.error !== null && <Failure error={action.error} />
      )}
      {saved && (
        <Notice tone="ok" announce="polite">
          <p>{filled(text.saved, { file: saved.name })}</p>
          <Button
            kind="link"
            onClick={() => saveFile(saved.manifest.name, [saved.manifest.bytes], saved.manifest.type)}
          >
            {text.manifest}
          </Button>
        </Notice>
      )}
    </li>
  )
}
