import { useState } from 'preact/hooks'
import { consoleExportWords } from '../../i18n/console-export.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { fileName } from '../export/file-name.ts'
import { FILES, type FileKind, type MadeFile, type MadeFiles } from '../export/make-files.ts'
import { manifestFile } from '../export/manifest.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { localDate } from '../key-names.ts'
import type { Wording } from '../opening-source.ts'
import { countedOf, noFigures } from '../review/figures.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { WorkerProblem } from '../worker-line.ts'
import { printedFile } from './print-files.ts'
import { RunBoard } from './RunBoard.tsx'
import type { DeskState } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'
import type { RunState } from './use-run.ts'

interface Props {
  campaign: CampaignSummary
  wording: Wording
  state: DeskState
  run: RunState | null
  withdrawn: string[] | null
}

/** The files of this opening, each with its manifest; nothing opened is written to disk but these. */
export function FilesBoard({ campaign, wording, state, run, withdrawn }: Props) {
  const { said, counted, language } = useReviewWords()
  const say = useSay()
  const [countedOnly, setCountedOnly] = useState(true)
  const text = said.files
  const words = consoleExportWords[language]
  const { desk, summary, keeper } = state
  const approved = summary.others.letter.approved
  const printed = campaign.petitions
    .filter((it) => countedOf(summary.figures[it.id] ?? noFigures()) > 0)
    .map((it) => ({ id: it.id, title: say(it.title) }))

  /** Of those that may well be empty: nobody needs to open one for that. */
  const howMany = (kind: FileKind) => {
    const read = kind === 'joins' ? 'join' : kind === 'contacts' ? 'contact' : null
    if (!read) return ''
    const n = Object.values(summary.others[read]).reduce((sum, it) => sum + it, 0)
    return n === 0 ? text.noneInFile : counted(text.inFile, n)
  }

  const orderOf = <K extends string>(kind: K) => {
    const now = new Date()
    const madeAt = now.toISOString()
    const date = localDate(now)
    const { name: madeBy, dumpSavedAt } = keeper
    return { kind, countedOnly, words, date, madeAt, madeBy, withdrawn, dumpSavedAt }
  }
  const record = (made: MadeFiles) => {
    run?.record()
    return made
  }
  const table = (kind: FileKind) => async () => {
    const { consentTexts, stands, groups } = wording
    const names = { consentTexts, stands, groups }
    const titles = Object.fromEntries(campaign.petitions.map((it) => [it.id, say(it.title)]))
    return record(await desk.ask('files', { ...orderOf(kind), titles, ...names }))
  }
  const paper = async (petition: string | null): Promise<MadeFiles> => {
    const what = petition === null ? 'letters' : 'book'
    const order = { ...orderOf(what), countedOnly: true }
    const bytes = await printedFile(desk, petition, { campaign: wording.campaign, language, words })
    const name = fileName(campaign.id, what, order.date, 'pdf', words, petition, summary.part)
    const manifest = await desk.ask('manifest', { order, file: await manifestFile(name, [bytes]) })
    return record({ file: { name, content: new Blob([bytes], { type: 'application/pdf' }) }, manifest })
  }
  const book = (petition: string) => () => paper(petition)
  const letters = () => paper(null)

  return (
    <div class="stack">
      <Heading as="h2">{text.title}</Heading>
      <Notice tone="warn">{text.clear}</Notice>
      {withdrawn !== null && withdrawn.length > 0 && (
        <Notice tone="warn">{counted(run ? text.withdrawn : text.withdrawnBefore, withdrawn.length)}</Notice>
      )}
      {summary.all['to-review'] > 0 && <Notice>{counted(text.toReview, summary.all['to-review'])}</Notice>}
      <Check id="counted-only" checked={countedOnly} onChange={setCountedOnly} hint={text.countedHint}>
        {text.countedOnly}
      </Check>
      <ul class="plain desk-files tile">
        {printed.map(({ id, title }) => (
          <FileRow
            key={id}
            id={`book-${id}`}
            name={filled(text.book, { title })}
            note={text.bookNote}
            make={book(id)}
          />
        ))}
        {approved > 0 && (
          <FileRow id="letters" name={counted(text.letters, approved)} note={text.lettersNote} make={letters} />
        )}
        {FILES.map((kind) => (
          <FileRow
            key={kind}
            id={kind}
            name={text[kind]}
            note={`${text[`${kind}Note`]} ${howMany(kind)}`.trim()}
            make={table(kind)}
          />
        ))}
      </ul>
      {run && <RunBoard run={run} />}
    </div>
  )
}

const save = ({ name, content }: MadeFile) => saveFile(name, [content], content.type)

interface RowProps {
  id: string
  name: string
  note: string
  make: () => Promise<MadeFiles>
}

function FileRow({ id, name, note, make }: RowProps) {
  const { said } = useReviewWords()
  const action = useAction()
  const [saved, setSaved] = useState<{ name: string; manifest: MadeFile } | null>(null)
  const text = said.files
  const start = () =>
    action.run(async () => {
      const { file, manifest } = await make()
      save(file)
      // The manifest is kept for its own button; the file, which names people, is not.
      setSaved({ name: file.name, manifest })
    })

  return (
    <li class="desk-file">
      <div class="desk-file-name">
        <Button
          kind="quiet"
          onClick={start}
          busy={action.busy ? text.making : undefined}
          aria-describedby={`file-${id}`}
        >
          {name}
        </Button>
        <p class="small muted" id={`file-${id}`}>
          {note}
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
          <Button kind="link" onClick={() => save(saved.manifest)}>
            {text.manifest}
          </Button>
        </Notice>
      )}
    </li>
  )
}
