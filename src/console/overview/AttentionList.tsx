import { CONSOLE_ROUTES } from '../../../protocol/console-routes.ts'
import type { Ending } from '../../../protocol/ending-routes.ts'
import { consoleOverviewWords } from '../../i18n/console-overview.ts'
import { moment } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useConsoleWords, useMay } from '../console-context.ts'
import { hrefOf } from '../place.ts'
import type { Stands } from '../use-stands.ts'
import { type Attention, attentionOf, openMatters } from './attention.ts'

interface Props {
  campaign: string
  /** Null until the server has told. */
  stands: Stands | null
  ending: Ending | null
  now: number
}

/** What wants a coordinator to look; a quiet line where nothing does. */
export function AttentionList({ campaign, stands, ending, now }: Props) {
  const { language } = useConsoleWords()
  const said = consoleOverviewWords[language].attention
  if (!stands) return null
  const found: Attention[] = [
    ...(ending ? openMatters(ending) : []),
    ...attentionOf(stands.stands, stands.strangers, now, stands.quarantined),
  ]
  return (
    <section class="tile stack overview-attention" aria-labelledby={`attention-${campaign}`}>
      <h2 class="overview-title" id={`attention-${campaign}`}>
        {said.title}
      </h2>
      {found.length === 0 && <p class="muted">{said.nothing}</p>}
      {found.length > 0 && (
        <ul class="plain stack">
          {found.map((it) => (
            <li key={JSON.stringify(it)}>
              <Line campaign={campaign} it={it} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ campaign, it }: { campaign: string; it: Attention }) {
  const { language, counted, number } = useConsoleWords()
  const said = consoleOverviewWords[language].attention
  const may = useMay()
  const when = (iso: string) => moment(language, Date.parse(iso))
  if (it.what === 'destruction')
    return (
      <a href={hrefOf({ screen: 'deliver', campaign })}>
        {it.ready ? said.destructionReady : filled(said.destruction, { when: when(it.readyAt) })}
      </a>
    )
  if (it.what === 'fresh') {
    const words = counted(said.fresh, it.n)
    return may(CONSOLE_ROUTES.envelopes) ? (
      <a href={hrefOf({ screen: 'open', campaign })}>{words}</a>
    ) : (
      <span>{words}</span>
    )
  }
  if (it.what === 'quarantine')
    return <a href={hrefOf({ screen: 'quarantine', campaign })}>{counted(said.quarantine, it.n)}</a>
  const words = {
    cloned: () => said.cloned,
    missing: () => counted(said.missing, 'n' in it ? it.n : 0),
    silent: () =>
      filled(counted(said.silent, 'n' in it ? it.n : 0), {
        since: when('since' in it ? it.since : ''),
      }),
    'never-heard': () => said.neverHeard,
  }[it.what]()
  return (
    <>
      <a href={hrefOf({ screen: 'stand', campaign, stand: it.stand })}>
        {filled(said.tablet, { stand: it.name, n: number(it.tablet) })}
      </a>
      {` ${words}`}
    </>
  )
}
