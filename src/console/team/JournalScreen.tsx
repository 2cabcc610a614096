import { useEffect, useState } from 'preact/hooks'
import { AUDIT_WORDS } from '../../../protocol/audit-words.ts'
import { type AuditLine, MOST_AUDIT_LINES, TEAM_ROUTES } from '../../../protocol/team-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useConsoleWords, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { localDate } from '../key-names.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { aboutWords, byName, campaignAbout, type JournalNames } from './journal-about.ts'
import { auditSentence, journalCsv } from './journal-csv.ts'
import { useJournalNames } from './use-journal-names.ts'
import { useTeamWords } from './use-team-words.ts'
import './team.css'

/** The audit log, newest first, by person and by action, and as a file. */
export function JournalScreen({ campaigns }: { campaigns: readonly CampaignSummary[] }) {
  const { words, number } = useConsoleWords()
  const { said } = useTeamWords()
  const session = useSession()
  const names = useJournalNames(campaigns)
  const loading = useAction()
  const saving = useAction()
  const [who, setWho] = useState('')
  const [what, setWhat] = useState('')
  const [people, setPeople] = useState<string[]>([])
  const [lines, setLines] = useState<AuditLine[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [fetched, setFetched] = useState(0)
  const [file, setFile] = useState<string | null>(null)

  const page = (more: Record<string, string>) =>
    session.call(TEAM_ROUTES.journal, { query: { ...(who ? { who } : {}), ...(what ? { what } : {}), ...more } })
  const load = (before: string | null) =>
    loading.run(async () => {
      const it = await page(before ? { before } : {})
      setLines(before ? [...(lines ?? []), ...it.entries] : it.entries)
      setNext(it.next)
      setPeople(it.people)
    })
  useEffect(() => void load(null), [who, what])

  const save = () =>
    saving.run(async () => {
      setFile(null)
      const all: AuditLine[] = []
      for (let before: string | null | undefined; before !== null; ) {
        const it = await page({ size: String(MOST_AUDIT_LINES), ...(before ? { before } : {}) })
        all.push(...it.entries)
        setFetched(all.length)
        before = it.next
      }
      const name = `paraphe-journal-${localDate(new Date())}.csv`
      saveFile(name, [journalCsv(all, names, said, words.csvDelimiter as ',' | ';')], 'text/csv;charset=utf-8')
      setFile(name)
    })

  return (
    <div class="stack">
      <Heading>{said.journal.title}</Heading>
      <p class="console-lead">{said.journal.lead}</p>
      <div class="team-filters">
        <Select
          id="journal-who"
          label={said.journal.who}
          all={said.journal.everyone}
          options={people.map((it) => [it, it])}
          value={who}
          onChange={setWho}
        />
        <Select
          id="journal-what"
          label={said.journal.what}
          all={said.journal.everything}
          options={AUDIT_WORDS.map((it) => [it, said.journal.words[it]])}
          value={what}
          onChange={setWhat}
        />
        <Button
          kind="quiet"
          onClick={save}
          busy={saving.busy ? filled(said.journal.saving, { n: number(fetched) }) : undefined}
        >
          {said.journal.save}
        </Button>
      </div>
      {file !== null && <Notice announce="polite">{filled(said.journal.saved, { file })}</Notice>}
      {saving.error !== null && <Failure error={saving.error} />}
      {loading.error !== null && <Failure error={loading.error} onRetry={() => load(null)} />}
      {lines === null && loading.error === null && (
        <p role="status" class="muted">
          {words.loading}
        </p>
      )}
      {lines?.length === 0 && <p class="muted">{said.journal.none}</p>}
      {lines !== null && lines.length > 0 && <Lines lines={lines} names={names} />}
      {next !== null && (
        <div class="row">
          <Button kind="quiet" onClick={() => load(next)} busy={loading.busy ? said.journal.loadingMore : undefined}>
            {said.journal.more}
          </Button>
        </div>
      )}
    </div>
  )
}

function Lines({ lines, names }: { lines: AuditLine[]; names: JournalNames }) {
  const { number } = useConsoleWords()
  const { said, momentOf } = useTeamWords()
  return (
    <div class="tile team-wide">
      <table class="console-table console-narrow">
        <thead>
          <tr>
            <th scope="col">{said.journal.when}</th>
            <th scope="col">{said.journal.who}</th>
            <th scope="col">{said.journal.what}</th>
            <th scope="col">{said.journal.about}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((it, i) => (
            <tr key={i}>
              <td class="team-when" data-label={said.journal.when}>
                {momentOf(it.at)}
              </td>
              <td data-label={said.journal.who}>{it.who ?? <span class="muted">{said.journal.nobody}</span>}</td>
              <td data-label={said.journal.what}>
                {auditSentence(it.what, said.journal)}
                {it.count !== null && ` (${number(it.count)})`}
              </td>
              <td class="small team-about" data-label={said.journal.about}>
                {[campaignAbout(it, names, byName), aboutWords(it, names, said, byName)].filter(Boolean).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SelectProps {
  id: string
  label: string
  all: string
  options: [string, string][]
  value: string
  onChange: (value: string) => void
}

const Select = ({ id, label, all, options, value, onChange }: SelectProps) => (
  <Field id={id} label={label}>
    {(wiring) => (
      <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map(([it, words]) => (
          <option value={it} key={it}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)
