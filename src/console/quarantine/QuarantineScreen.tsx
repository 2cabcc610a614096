import { useState } from 'preact/hooks'
import type { HeldAct, HeldGroup } from '../../../protocol/quarantine-routes.ts'
import { quarantineWords } from '../../i18n/console-quarantine.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { hrefOf } from '../place.ts'
import { useAction } from '../use-action.ts'
import { useStandWords } from '../use-stand-words.ts'
import { type Stands, useStands } from '../use-stands.ts'
import { GroupTile, type Tablet } from './GroupTile.tsx'
import { useQuarantine } from './use-quarantine.ts'

/** What undoes what. */
const BACK: Record<HeldAct, HeldAct> = { release: 'hold', hold: 'release', discard: 'restore', restore: 'discard' }

interface Done {
  sender: HeldGroup['sender']
  act: HeldAct
  moved: number
}

/** What arrived and does not count, by sender: a coordinator counts it or sets it aside. */
export function QuarantineScreen({ campaign }: { campaign: string }) {
  const { words, language, counted } = useStandWords()
  const said = quarantineWords[language]
  const { quarantine, error, reload, decide } = useQuarantine(campaign)
  const { stands } = useStands(campaign)
  const undoing = useAction()
  const [done, setDone] = useState<Done | null>(null)

  const act = async (sender: HeldGroup['sender'], what: HeldAct) => {
    setDone(null)
    undoing.clear()
    setDone({ sender, act: what, moved: await decide(sender, what) })
  }

  return (
    <div class="stack">
      <p>
        <a href={hrefOf({ screen: 'stands', campaign })}>{said.back}</a>
      </p>
      <Heading>{said.title}</Heading>
      <p class="console-lead">{said.lead}</p>
      {error !== null && <Failure error={error} onRetry={reload} />}
      {quarantine === null && error === null && (
        <p role="status" class="muted">
          {words.loading}
        </p>
      )}
      <div>
        {done && (
          <Notice tone="ok">
            <Heading as="p" key={JSON.stringify(done)}>
              {counted(said.done[done.act], done.moved)}
            </Heading>
            {done.moved > 0 && (
              <Button
                kind="link"
                busy={undoing.busy ? said.busy : undefined}
                onClick={() => undoing.run(() => act(done.sender, BACK[done.act]))}
              >
                {said.undo}
              </Button>
            )}
          </Notice>
        )}
      </div>
      {undoing.error !== null && <Failure error={undoing.error} />}
      {quarantine?.groups.length === 0 && <p>{said.empty}</p>}
      {quarantine && quarantine.groups.length > 0 && (
        <ul class="plain stack">
          {quarantine.groups.map((it) => (
            <li key={JSON.stringify(it.sender)} class="tile">
              <GroupTile group={it} tablet={tabletOf(it.sender, stands)} onAct={(what) => act(it.sender, what)} />
            </li>
          ))}
        </ul>
      )}
      {quarantine && quarantine.copies > 0 && (
        <p class="console-lead">
          {counted(said.copies, quarantine.copies)} <span class="muted">{said.copiesWhy}</span>
        </p>
      )}
    </div>
  )
}

function tabletOf(sender: HeldGroup['sender'], stands: Stands | null): Tablet | null {
  if ('day' in sender) return null
  for (const { stand, devices } of stands?.stands ?? []) {
    const device = devices.find((it) => it.device === sender.device)
    if (device) return { n: device.tablet ?? 0, stand: stand.name, revokedAt: device.revokedAt }
  }
  return null
}
