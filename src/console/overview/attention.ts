// What wants a coordinator to look, from what the server already tells. Pure.
import type { Ending } from '../../../protocol/ending-routes.ts'
import type { StandDevice, StandView } from '../../../protocol/stand-routes.ts'
import { missing, stillWaiting } from '../tablet-figures.ts'

export type Attention = OfTablets | OfEnding

/** What of a campaign's ending is open. */
export type OfEnding =
  /** Somebody asked for the destruction; `ready`: the day is over, and it can be confirmed. */
  | { what: 'destruction'; readyAt: string; ready: boolean }
  /** Envelopes that are in no confirmed export, though there is one. */
  | { what: 'fresh'; n: number }

export type OfTablets =
  /** Envelopes that no enrolled tablet has signed: not counted until somebody decides. */
  | { what: 'quarantine'; n: number }
  /** Two tablets under one key. */
  | { what: 'cloned'; stand: string; name: string; tablet: number }
  /** Numbers that neither came nor wait on the tablet. */
  | { what: 'missing'; stand: string; name: string; tablet: number; n: number }
  /** Silent for a day while envelopes wait on it. */
  | { what: 'silent'; stand: string; name: string; tablet: number; n: number; since: string }
  /** Enrolled, its stand has begun, and nothing was ever heard of it. */
  | { what: 'never-heard'; stand: string; name: string; tablet: number }

const DAY_MS = 24 * 60 * 60 * 1000

export function openMatters({
  destruction,
  unconfirmed,
  envelopes,
}: Pick<Ending, 'destruction' | 'unconfirmed' | 'envelopes'>): OfEnding[] {
  return [
    ...(destruction ? [{ what: 'destruction' as const, readyAt: destruction.readyAt, ready: destruction.ready }] : []),
    // Before the first export everything is new, which is no news.
    ...(unconfirmed > 0 && unconfirmed < envelopes ? [{ what: 'fresh' as const, n: unconfirmed }] : []),
  ]
}

/** `quarantined`: envelopes that wait there; by default the devices' own, and a phone's may wait as well. */
export function attentionOf(
  stands: readonly StandView[],
  strangers: readonly StandDevice[],
  now: number,
  quarantined = [...strangers, ...stands.flatMap((it) => it.devices)].reduce((sum, it) => sum + it.quarantined, 0),
): OfTablets[] {
  return [
    ...(quarantined > 0 ? [{ what: 'quarantine' as const, n: quarantined }] : []),
    ...stands.flatMap((view) => view.devices.flatMap((device) => ofTablet(view, device, now))),
  ]
}

function ofTablet({ stand, closedAt }: StandView, device: StandDevice, now: number): OfTablets[] {
  const tablet = { stand: stand.id, name: stand.name, tablet: device.tablet ?? 0 }
  const found: OfTablets[] = []
  if (device.clonedSeq !== null && device.revokedAt === null) found.push({ what: 'cloned', ...tablet })
  const lost = missing(device)
  if (lost > 0) found.push({ what: 'missing', ...tablet, n: lost })
  const waiting = stillWaiting(device) ?? 0
  if (device.told && waiting > 0 && now - Date.parse(device.told.heardAt) > DAY_MS)
    found.push({ what: 'silent', ...tablet, n: waiting, since: device.told.heardAt })
  const begun = Date.parse(`${stand.from}T00:00:00`)
  if (!device.told && device.revokedAt === null && closedAt === null && now - begun > DAY_MS)
    found.push({ what: 'never-heard', ...tablet })
  return found
}
