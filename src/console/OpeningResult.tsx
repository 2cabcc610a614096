import { useState } from 'preact/hooks'
import { utf8 } from '../../protocol/base64url.ts'
import { filled } from '../i18n/filled.ts'
import type { Forms } from '../i18n/forms.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useConsoleWords } from './console-context.ts'
import { type CsvWords, csvFileName, csvHead } from './csv.ts'
import { Heading } from './Heading.tsx'
import { localDate } from './key-names.ts'
import type { Opening } from './opening-run.ts'
import { Tile } from './Tile.tsx'
import { signatureTotal, type Tally } from './tally.ts'
import { UnreadableList } from './UnreadableList.tsx'
import type { CampaignSummary } from './use-campaigns.ts'

interface Props {
  campaign: CampaignSummary
  opening: Opening
  /** The words that the lines were written with. */
  csvWords: CsvWords
}

/** What was opened, in figures, and the file to save. */
export function OpeningResult({ campaign, opening, csvWords }: Props) {
  const { words, number, counted } = useConsoleWords()
  const [saved, setSaved] = useState<string | null>(null)
  const { tally, pieces } = opening
  const said = words.result
  const lines = signatureTotal(tally)

  function save() {
    const name = csvFileName(campaign.id, localDate(new Date()))
    saveFile(name, [utf8(csvHead(csvWords)), ...pieces], 'text/csv')
    setSaved(name)
  }

  return (
    <div class="stack">
      <Heading as="h2">{tally.unreadable.length === 0 ? said.title : said.titleSome}</Heading>
      <dl class="console-tiles">
        <Tile term={said.people} value={number(tally.people)} note={said.peopleNote} />
        <Tile term={said.signatures} value={number(lines)} note={said.signaturesNote} />
        <Tile term={said.unreadable} value={number(tally.unreadable.length)} />
      </dl>
      <ByPetition tally={tally} titles={csvWords.petitions} />
      {tally.late > 0 && <p>{counted(said.late, tally.late)}</p>}
      <Others tally={tally} />
      {lines === 0 ? (
        <p>{said.noRows}</p>
      ) : (
        <div class="console-form stack">
          <Notice tone="warn">{said.clear}</Notice>
          <Button onClick={save}>{counted(said.save, lines)}</Button>
          <p class="small muted">{said.saveHint}</p>
          {saved && (
            <Notice tone="ok" announce="polite">
              {filled(said.saved, { file: saved })}
            </Notice>
          )}
        </div>
      )}
      {tally.unreadable.length > 0 && <UnreadableList unreadable={tally.unreadable} />}
    </div>
  )
}

function ByPetition({ tally, titles }: { tally: Tally; titles: Record<string, string> }) {
  const { words, number } = useConsoleWords()
  const said = words.result
  const all = new Set([...Object.keys(titles), ...Object.keys(tally.signatures)])
  return (
    <div class="tile">
      <table class="console-table">
        <thead>
          <tr>
            <th scope="col">{said.petition}</th>
            <th scope="col" class="n">
              {said.signatures}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...all].map((id) => (
            <tr key={id}>
              <th scope="row">{titles[id] ?? filled(said.removedPetition, { id })}</th>
              <td class="n">{number(tally.signatures[id] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Acts that are not signatures: counted here, and said not to be in the file. */
function Others({ tally }: { tally: Tally }) {
  const { words, counted } = useConsoleWords()
  const said = words.result
  const kinds: [Forms, number][] = [
    [said.letter, tally.others.letter],
    [said.join, tally.others.join],
    [said.contact, tally.others.contact],
  ]
  const there = kinds.filter(([, n]) => n > 0)
  if (there.length === 0) return null
  return <p>{`${said.others} : ${there.map(([forms, n]) => counted(forms, n)).join(', ')}.`}</p>
}
