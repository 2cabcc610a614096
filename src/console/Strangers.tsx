import { useState } from 'preact/hooks'
import { STAND_ROUTES, type StandDevice, type StandView } from '../../protocol/stand-routes.ts'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { shortId } from './tablet-figures.ts'
import { useAction } from './use-action.ts'
import { useStandWords } from './use-stand-words.ts'

interface Props {
  strangers: StandDevice[]
  /** Open ones, where such a tablet may go. */
  stands: StandView[]
  onTrusted: () => Promise<void>
}

/** Devices that no stand has: a coordinator who has one in front of them may give it a place. */
export function Strangers({ strangers, stands, onTrusted }: Props) {
  const { said } = useStandWords()
  const words = said.strangers
  return (
    <section class="stack" aria-labelledby="strangers-title">
      <h2 id="strangers-title">{words.title}</h2>
      <p class="console-lead">{words.lead}</p>
      {stands.length === 0 && <p>{words.noStand}</p>}
      <ul class="plain stack">
        {strangers.map((it) => (
          <li key={it.device + it.key} class="tile">
            <Stranger device={it} stands={stands} onTrusted={onTrusted} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OneProps extends Omit<Props, 'strangers'> {
  device: StandDevice
}

function Stranger({ device, stands, onTrusted }: OneProps) {
  const { said, words: general, counted, contactOf } = useStandWords()
  const session = useSession()
  const trusting = useAction()
  const [chosen, setChosen] = useState('')
  const words = said.strangers
  const stand = stands.find((it) => it.stand.id === chosen)?.stand ?? stands[0]?.stand
  const id = `stranger-${device.device}`

  const trust = () =>
    stand &&
    trusting.run(async () => {
      const parameters = { campaign: stand.campaign, stand: stand.id, device: device.device }
      await session.call(STAND_ROUTES.trust, { parameters, body: { key: device.key } })
      await onTrusted()
    })

  return (
    <div class="stack">
      <p>
        <span class="console-code">{`${words.number} ${shortId(device.device)}`}</span>
        <span class="small muted console-below">
          {device.told && `${said.table.contact}${general.colon}${contactOf(device.told.heardAt)} · `}
          {counted(said.table.quarantined, device.quarantined)}
        </span>
      </p>
      {stand && (
        <div class="row">
          <select
            class="input stranger-stand"
            id={id}
            aria-label={filled(words.into, { id: shortId(device.device) })}
            value={stand.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {stands.map((it) => (
              <option key={it.stand.id} value={it.stand.id}>
                {it.stand.name}
              </option>
            ))}
          </select>
          <Button kind="quiet" onClick={trust} busy={trusting.busy ? words.trusting : undefined}>
            {words.trust}
          </Button>
        </div>
      )}
      {trusting.error !== null && <Failure error={trusting.error} />}
    </div>
  )
}
