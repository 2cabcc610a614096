import type { Device } from './device.ts'
import { waits } from './device-invariants.ts'
import type { SimulatedServer } from './server.ts'
import type { Thanked, Truth } from './truth.ts'
import { promise } from './violation.ts'

// The heart: each act that somebody was thanked for is in an outbox, or refused and in sight, or on the server, or withdrawn.

/** As far as it has to be looked at. */
export interface World {
  readonly devices: readonly Device[]
  readonly server: SimulatedServer
  readonly truth: Truth
}

/** What is on this device's disk for good, and in the hands of no server. */
function onDisk(world: World, { id, hashes }: Thanked): boolean {
  return world.devices.some(({ disk }) => {
    const entry = disk.safe.entries.get(id)
    if (!entry || !hashes.has(entry.hash)) return false
    // What a server acknowledged before it was restored stays sealed here, to be sent again.
    return waits(entry) || (entry.state === 'accepted' && entry.text !== '' && world.server.restores > 0)
  })
}

export const isHeld = ({ server }: World, { hashes }: Thanked): boolean =>
  [...hashes].some((hash) => server.held.byHash.has(hash))

export const isBeyondReach = ({ server }: World, { onlyThereSince }: Thanked): boolean =>
  onlyThereSince !== null && onlyThereSince < server.restores

/** Asked for by its owner; an act whose id was withdrawn under the same code may be answered so too. */
export const isWithdrawn = ({ truth }: World, { tag }: Thanked): boolean => truth.asked.has(tag)

export const isDestroyed = ({ truth }: World): boolean => truth.destroying

/** Whoever was told that a withdrawal is kept need not come back. */
export function withdrawalsAreKept({ truth, devices, server }: World): void {
  for (const tag of truth.promised)
    promise(
      'a withdrawal is kept',
      server.held.tombstones.has(tag) || devices.some(({ disk }) => disk.safe.withdrawals.has(tag)),
      () => `${tag} is nowhere`,
    )
}

export function nothingIsLost(world: World): void {
  for (const { thanked } of world.truth.signings)
    for (const it of thanked.values())
      promise(
        'thanked is kept',
        isWithdrawn(world, it) ||
          isDestroyed(world) ||
          isHeld(world, it) ||
          onDisk(world, it) ||
          isBeyondReach(world, it),
        () => `${it.id} is nowhere: ${whereabouts(world, it)}`,
      )
}

const whereabouts = ({ devices, server }: World, { id, hashes }: Thanked): string =>
  [
    ...devices.map(({ name, disk }) => {
      const [seen, safe] = [disk.seen.entries.get(id), disk.safe.entries.get(id)]
      return `${name} sees ${seen?.state ?? 'nothing'} and has ${safe?.state ?? 'nothing'}${safe && !hashes.has(safe.hash) ? ' (other bytes)' : ''}`
    }),
    `the server has ${server.held.byId.get(id)?.map((row) => (hashes.has(row.hash) ? 'it' : 'other bytes')) ?? 'nothing'}`,
  ].join(', ')
