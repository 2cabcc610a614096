import type { Campaign } from '../../protocol/campaign.ts'
import { number } from '../i18n/counting.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import type { TeamTally } from '../outbox/team-tally.ts'

/** Each case, today and since the first day. One that the campaign dropped still counts. */
export function CaseTable({ campaign, counts }: { campaign: Campaign; counts: TeamTally }) {
  const words = useWords(standDayWords).tally
  const language = useLanguage()
  const known = campaign.petitions.filter((it) => it.id in counts.total).map(({ id, person }) => ({ id, name: person }))
  const dropped = Object.keys(counts.total).filter((id) => !campaign.petitions.some((it) => it.id === id))
  const rows = [...known, ...dropped.map((id) => ({ id, name: `${words.gone} (${id})` }))]
  return (
    <table class="tally-table">
      <thead>
        <tr>
          <th scope="col">{words.caseColumn}</th>
          <th scope="col">{words.today}</th>
          <th scope="col">{words.total}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{number(language, counts.today[id] ?? 0)}</td>
            <td>{number(language, counts.total[id] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
