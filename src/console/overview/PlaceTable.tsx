import type { Received } from '../../../protocol/overview-routes.ts'
import { consoleOverviewWords } from '../../i18n/console-overview.ts'
import { useConsoleWords } from '../console-context.ts'

interface Props {
  places: Received['places']
  /** Stands' names by id. */
  names: ReadonlyMap<string, string>
}

/** From where signatures came. */
export function PlaceTable({ places, names }: Props) {
  const { language, number } = useConsoleWords()
  const said = consoleOverviewWords[language]
  if (places.length === 0) return null
  const nameOf = ({ from, stand }: Received['places'][number]) =>
    from === 'phones' ? said.phones : stand === null ? said.noStand : (names.get(stand) ?? stand)
  const rows = [...places].sort((a, b) => b.signatures - a.signatures)
  return (
    <div class="tile">
      <table class="console-table">
        <thead>
          <tr>
            <th scope="col">{said.place}</th>
            <th scope="col" class="n">
              {said.signatures}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <tr key={`${it.from} ${it.stand}`}>
              <th scope="row">{nameOf(it)}</th>
              <td class="n">{number(it.signatures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
