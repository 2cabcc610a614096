import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Heading } from '../Heading.tsx'
import { countedOf, type Figures, noFigures } from '../review/figures.ts'
import type { Standing } from '../review/opened-act.ts'
import type { Summary } from '../review/room.ts'
import { Tile } from '../Tile.tsx'
import { UnreadableList } from '../UnreadableList.tsx'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useReviewWords } from './use-review-words.ts'

interface Props {
  campaign: CampaignSummary
  summary: Summary
  onReview: (standing: Standing) => void
  onFiles: () => void
}

const STANDINGS = ['valid', 'to-review', 'duplicate', 'suspicious', 'rejected'] as const

/** What was opened, in figures: counted, raw, duplicate, to review, suspicious and unreadable apart. */
export function FiguresBoard({ campaign, summary, onReview, onFiles }: Props) {
  const { said, number, counted } = useReviewWords()
  const { all, tally, unreadable, people, late, leftOut, part } = summary
  const text = said.figures
  const toDecide = all['to-review'] + all.suspicious
  return (
    <div class="stack">
      <Heading as="h2">{part ? text.titlePart : unreadable === 0 ? text.title : text.titleSome}</Heading>
      <dl class="console-tiles">
        <Tile term={text.counted} value={number(countedOf(all))} note={text.countedNote} />
        <Tile term={text.raw} value={number(all.raw)} note={text.rawNote} />
        <Tile term={text.people} value={number(people)} note={text.peopleNote} />
        <Tile term={text.unreadable} value={number(unreadable)} />
      </dl>
      <div class="row">
        {toDecide > 0 && (
          <Button onClick={() => onReview(all['to-review'] > 0 ? 'to-review' : 'suspicious')}>
            {counted(text.review, toDecide)}
          </Button>
        )}
        <Button kind={toDecide > 0 ? 'quiet' : 'main'} onClick={onFiles}>
          {text.files}
        </Button>
      </div>
      <ByPetition campaign={campaign} summary={summary} />
      {late > 0 && <p>{counted(text.late, late)}</p>}
      {leftOut > 0 && <p>{counted(text.leftOut, leftOut)}</p>}
      <details class="choose">
        <summary>{text.rules}</summary>
        <ul class="stack">
          {text.rulesText.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
      {unreadable > 0 && <UnreadableList named={tally.unreadable} all={unreadable} />}
    </div>
  )
}

function ByPetition({ campaign, summary }: Pick<Props, 'campaign' | 'summary'>) {
  const { said } = useReviewWords()
  const say = useSay()
  const titles = new Map(campaign.petitions.map((it) => [it.id, say(it.title)]))
  const ids = [...new Set([...titles.keys(), ...Object.keys(summary.figures)])]
  const text = said.figures
  return (
    <div class="tile desk-wide">
      <table class="console-table console-narrow">
        <caption class="console-caption">{text.byPetition}</caption>
        <thead>
          <tr>
            <th scope="col">{text.petition}</th>
            <th scope="col" class="n">
              {text.counted}
            </th>
            <th scope="col" class="n">
              {text.raw}
            </th>
            {STANDINGS.map((it) => (
              <th key={it} scope="col" class="n">
                {said.standing[it]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <FigureRow
              key={id}
              title={titles.get(id) ?? filled(text.removed, { id })}
              figures={summary.figures[id] ?? noFigures()}
            />
          ))}
        </tbody>
        {ids.length > 1 && (
          <tfoot>
            <FigureRow title={text.all} figures={summary.all} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

function FigureRow({ title, figures }: { title: string; figures: Figures }) {
  const { said, number } = useReviewWords()
  const cell = (label: string, n: number) => (
    <td class="n" data-label={label}>
      {number(n)}
    </td>
  )
  return (
    <tr>
      <th scope="row">{title}</th>
      {cell(said.figures.counted, countedOf(figures))}
      {cell(said.figures.raw, figures.raw)}
      {STANDINGS.map((it) => cell(said.standing[it], figures[it]))}
    </tr>
  )
}
