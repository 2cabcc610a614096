import { useConsoleWords } from './console-context.ts'
import type { Tally } from './tally.ts'

interface Props {
  named: Tally['unreadable']
  /** How many there are, named or not. */
  all: number
}

/** Envelopes that gave no line, by their number and the reason; nothing of a person is known of them. */
export function UnreadableList({ named, all }: Props) {
  const { words, counted } = useConsoleWords()
  const said = words.result
  const more = all - named.length
  return (
    <section class="stack">
      <h3>{counted(said.unreadableTitle, all)}</h3>
      <p class="small muted">{said.unreadableText}</p>
      <div class="tile">
        <table class="console-table">
          <thead>
            <tr>
              <th scope="col">{said.envelope}</th>
              <th scope="col">{said.reason}</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ id, why }, i) => (
              <tr key={`${id} ${i}`}>
                <th scope="row" class="console-code">
                  {id}
                </th>
                <td>{said.why[why]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>{counted(said.whyMore, more)}</p>}
    </section>
  )
}
