import { useState } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../../protocol/console-routes.ts'
import { ENDING_ROUTES, type Ending } from '../../../protocol/ending-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { endingWords } from '../../i18n/console-ending.ts'
import { moment } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useConsoleWords, useMay, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { hrefOf } from '../place.ts'
import { Sure } from '../Sure.tsx'
import { useAction } from '../use-action.ts'

interface Props {
  campaign: string
  ending: Ending
  onEnding: (ending: Ending) => void
}

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

/** The day ends later than a day after it began: the server did not run all the while, or its clock was set. */
const isPutOff = ({ first, readyAt }: NonNullable<Ending['destruction']>): boolean =>
  Date.parse(readyAt) - Date.parse(first.at) > DAY_MS + MINUTE_MS

/** Asked for once, confirmed a day later, and taken back at any moment in between. */
export function Destruction({ campaign, ending, onEnding }: Props) {
  const { language, counted } = useConsoleWords()
  const said = endingWords[language].destruction
  const session = useSession()
  const action = useAction()
  const [asking, setAsking] = useState(false)
  const mayOpen = useMay()(CONSOLE_ROUTES.envelopes)
  const first = ending.destruction
  const stillOpen = ending.petitions.some((it) => it.state === 'open')
  const held = counted(endingWords[language].retention.held, ending.envelopes)

  const send = (what: 'tick' | 'destroy' | 'cancel') =>
    action.run(async () => {
      try {
        onEnding(await session.call(ENDING_ROUTES[what], { parameters: { campaign } }))
      } finally {
        setAsking(false)
      }
    })

  const reason = action.error instanceof ServerRefusal ? action.error.reason : null
  const wait = reason === 'too-early' ? said.tooEarly : reason === 'clock-jumped' ? said.clockJumped : null
  return (
    <section class="tile stack" aria-labelledby="ending-destruction">
      <h2 id="ending-destruction">{said.title}</h2>
      <p>{said.lead}</p>
      <p class="muted">{said.twice}</p>
      {ending.unconfirmed > 0 && (
        <Notice tone="warn">
          <p>{counted(said.unconfirmed, ending.unconfirmed)}</p>
          {mayOpen && (
            <ButtonLink kind="link" href={hrefOf({ screen: 'open', campaign })}>
              {said.goOpen}
            </ButtonLink>
          )}
        </Notice>
      )}
      {stillOpen && <p>{said.stillOpen}</p>}
      {first && (
        <Notice tone="warn" title={filled(said.asked, { who: first.first.by, when: whenOf(first.first.at) })}>
          <p>{first.ready ? said.ready : filled(said.readyAt, { when: whenOf(first.readyAt) })}</p>
          {!first.ready && isPutOff(first) && <p>{said.putOff}</p>}
          <Button
            kind="link"
            onClick={() => send('cancel')}
            busy={action.busy && !asking ? said.cancelling : undefined}
          >
            {said.cancel}
          </Button>
        </Notice>
      )}
      {!stillOpen && !asking && (!first || first.ready) && (
        <div>
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {first ? said.second : said.first}
          </Button>
        </div>
      )}
      {asking && (
        <Sure
          question={filled(first ? said.secondSure : said.firstSure, { n: held })}
          yes={first ? said.secondYes : said.firstYes}
          no={first ? said.secondNo : said.firstNo}
          busy={action.busy ? (first ? said.destroying : said.busy) : undefined}
          onYes={() => send(first ? 'destroy' : 'tick')}
          onNo={() => setAsking(false)}
        >
          {first && <p>{said.secondText}</p>}
        </Sure>
      )}
      {wait && (
        <Notice tone="warn" announce="now">
          {wait}
        </Notice>
      )}
      {action.error !== null && !wait && <Failure error={action.error} />}
    </section>
  )

  function whenOf(iso: string): string {
    return moment(language, Date.parse(iso))
  }
}
