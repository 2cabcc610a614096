import { useState } from 'preact/hooks'
import { STAND_ROUTES, type StandDevice, type StandView } from '../../protocol/stand-routes.ts'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Sure } from './Sure.tsx'
import { TabletNotes } from './TabletNotes.tsx'
import { stillWaiting } from './tablet-figures.ts'
import { useAction } from './use-action.ts'
import { useStandWords } from './use-stand-words.ts'

interface Props {
  view: StandView
  onView: (view: StandView) => void
}

/** A stand's tablets, and the way to revoke one. */
export function TabletTable({ view, onView }: Props) {
  const { said } = useStandWords()
  const [asking, setAsking] = useState<StandDevice | null>(null)
  return (
    <section class="stack" aria-labelledby="tablets-title">
      <h2 id="tablets-title">{said.table.title}</h2>
      {view.devices.length === 0 ? (
        <p>{said.table.none}</p>
      ) : (
        <>
          <div class="tile">
            <Table devices={view.devices} asking={asking} onRevoke={setAsking} />
          </div>
          {asking && (
            <Revoke
              key={asking.device}
              view={view}
              device={asking}
              onView={(changed) => {
                setAsking(null)
                onView(changed)
              }}
              onKeep={() => {
                setAsking(null)
                document.getElementById(buttonId(asking))?.focus()
              }}
            />
          )}
          <p class="small muted console-lead">{said.table.note}</p>
        </>
      )}
    </section>
  )
}

const buttonId = ({ device }: StandDevice) => `revoke-${device}`

interface TableProps {
  devices: StandDevice[]
  asking: StandDevice | null
  onRevoke: (device: StandDevice) => void
}

function Table({ devices, asking, onRevoke }: TableProps) {
  const { said } = useStandWords()
  const { table } = said
  const figures = [said.collected, said.received, said.waiting, table.refused, table.withdrawn]
  return (
    <table class="console-table console-narrow" aria-labelledby="tablets-title">
      <thead>
        <tr>
          <th scope="col">{table.tablet}</th>
          <th scope="col">{table.contact}</th>
          {figures.map((it) => (
            <th scope="col" class="n" key={it}>
              {it}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {devices.map((it) => (
          <TabletRow key={it.device} device={it} asking={asking?.device === it.device} onRevoke={onRevoke} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  device: StandDevice
  asking: boolean
  onRevoke: (device: StandDevice) => void
}

function TabletRow({ device, asking, onRevoke }: RowProps) {
  const { said, number, contactOf } = useStandWords()
  const { table } = said
  const { told } = device
  const tablet = number(device.tablet ?? 0)
  const figures: [string, number | null | undefined][] = [
    [said.collected, told?.captured],
    [said.received, device.accepted],
    [said.waiting, stillWaiting(device)],
    [table.refused, told?.refused],
    [table.withdrawn, told?.withdrawn],
  ]
  return (
    <tr>
      <th scope="row">
        <span class="tablet-number">{`${table.tablet} ${tablet}`}</span>
        <TabletNotes device={device} />
        {device.revokedAt === null && (
          <Button id={buttonId(device)} kind="link" aria-expanded={asking} onClick={() => onRevoke(device)}>
            {table.revoke}
            <span class="unseen">{` ${table.tablet} ${tablet}`}</span>
          </Button>
        )}
      </th>
      <td data-label={table.contact}>{told ? contactOf(told.heardAt) : table.never}</td>
      {figures.map(([label, value]) => (
        <td key={label} data-label={label} class="n">
          {value === null || value === undefined ? '–' : number(value)}
        </td>
      ))}
    </tr>
  )
}

interface RevokeProps extends Props {
  device: StandDevice
  onKeep: () => void
}

function Revoke({ view, device, onView, onKeep }: RevokeProps) {
  const { said, number } = useStandWords()
  const { table } = said
  const session = useSession()
  const revoking = useAction()
  const revoke = () =>
    revoking.run(async () => {
      const parameters = { campaign: view.stand.campaign, stand: view.stand.id, device: device.device }
      onView(await session.call(STAND_ROUTES.revoke, { parameters }))
    })
  return (
    <>
      <Sure
        question={filled(table.sure, { n: number(device.tablet ?? 0) })}
        yes={table.yes}
        no={table.no}
        busy={revoking.busy ? table.revoking : undefined}
        onYes={revoke}
        onNo={onKeep}
      >
        <p>{table.sureText}</p>
      </Sure>
      {revoking.error !== null && <Failure error={revoking.error} />}
    </>
  )
}
