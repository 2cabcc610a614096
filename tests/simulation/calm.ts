import type { Device, Tab } from './device.ts'
import { NO_FAULTS } from './faults.ts'
import { bring } from './files.ts'
import { sendAgain } from './life.ts'
import { isBeyondReach, isDestroyed, isHeld, isWithdrawn } from './safekeeping.ts'
import { promise } from './violation.ts'
import type { World } from './world.ts'

// Once faults stop, every outbox drains, by itself or when a person asks, within a bounded time; and then each act is where it
// belongs.

const HOUR_MS = 3_600_000
/** Longer than a server can silence a device, the longest back-off, and the hour in which a phone calls, together. */
const BY_ITSELF_MS = 3 * HOUR_MS
const ROUNDS = 4
const ROUND_MS = 3 * 60_000

export async function calmDown(world: World): Promise<void> {
  const { chance, devices, road, server, time } = world
  world.trace.add('— faults stop —')
  world.calm = true
  road.faults = NO_FAULTS.road
  server.liveOn()
  await server.start()
  for (const device of devices) {
    device.disk.sick = null
    device.disk.faults = []
    // A frozen tab may hold the lock for ever, or be closed by whoever comes back to it.
    for (const tab of [...device.tabs]) if (tab.actor.state !== 'alive' && chance.happens(0.5)) device.kill(tab)
    if (device.tabs.every((tab) => tab.actor.state !== 'alive')) device.openTab()
    device.setLine('good')
  }
  const patient = chance.happens(0.5)
  const drained = async () => {
    const left = patient ? await byItself(world) : await whenAsked(world)
    promise('drains once faults stop', left === 0, () => `${left} still wait${road.poison ? ' beside the poison' : ''}`)
  }
  const lookAtRefused = chance.happens(0.5)
  const again = async () => {
    if (!lookAtRefused) return
    for (const device of devices) sendAgain(world, device, alive(device))
    await world.runUntil(time.now + ROUND_MS)
  }
  if (road.poison) {
    await drained()
    world.trace.add('— the poison too —')
    road.poison = null
  }
  await drained()
  await again()
  await drained()
  await bringFilesLate(world)
  // Requests that were on their way all the time arrive too, while everything else is closed.
  for (const device of devices) device.closeAll()
  await world.runUntil(time.now + 4 * HOUR_MS)
  allIsWell(world, lookAtRefused)
}

const alive = (device: Device): Tab => device.tabs.find((tab) => tab.actor.state === 'alive') ?? device.openTab()

/** Each file comes once more, when all that it holds has long been delivered or withdrawn. */
async function bringFilesLate(world: World): Promise<void> {
  for (const file of world.files) {
    const { actor } = alive(world.devices[0] as Device)
    actor.enter(() => world.go(bring(world, alive(world.devices[0] as Device), file)))
    await world.runUntil(world.time.now + ROUND_MS)
  }
}

/** What this device still has to do. What is poison may wait. */
function leftOn({ disk }: Device, { road, server }: World): number {
  const { entries, memory, tally, withdrawals } = disk.seen
  const states = new Set<string>([...entries.values(), ...withdrawals.values()].map((it) => it.state))
  const poisoned = road.poison && entries.get(road.poison.text)?.state === 'waiting' ? 1 : 0
  const lane = [...withdrawals.values()].filter((it) => it.state === 'waiting').length
  // Whoever has forgotten all that was acknowledged more than two weeks ago has nothing to give back to a restored server.
  const keeps = states.has('accepted') || states.has('acknowledged')
  const stranger = keeps && memory.epoch !== server.store?.epoch
  return tally.waiting - poisoned + lane + (memory.restored || stranger ? 1 : 0)
}

const left = (world: World) => world.devices.reduce((sum, device) => sum + leftOn(device, world), 0)

async function byItself(world: World): Promise<number> {
  for (let passed = 0; passed < BY_ITSELF_MS && left(world) > 0; passed += ROUND_MS)
    await world.runUntil(world.time.now + ROUND_MS)
  return left(world)
}

async function whenAsked(world: World): Promise<number> {
  for (let round = 0; round < ROUNDS && left(world) > 0; round++) {
    for (const { tabs } of world.devices) for (const tab of tabs) tab.actor.enter(() => world.go(tab.sendNow()))
    await world.runUntil(world.time.now + ROUND_MS)
  }
  return left(world)
}

/** Every thanked act is on the server exactly once, or refused and in sight, or withdrawn and gone. */
function allIsWell(world: World, lookedAtRefused: boolean): void {
  const { truth, server, devices } = world
  for (const { thanked, slot } of truth.signings)
    for (const it of thanked.values()) {
      const refused = devices.some(({ disk }) => disk.safe.entries.get(it.id)?.state === 'refused')
      const there = isHeld(world, it)
      if (isWithdrawn(world, it)) {
        promise('withdrawn is gone', !truth.promised.has(it.tag) || !there, () => it.id)
        continue
      }
      if (isBeyondReach(world, it) || isDestroyed(world)) continue
      promise('thanked is delivered', there || refused, () => `${it.id} is neither on the server nor refused`)
      const counted = server.held.byId.get(it.id)?.filter((row) => !row.copy && !row.quarantined) ?? []
      promise('delivered once', counted.length <= 1, () => `${it.id} is there ${counted.length} times`)
      const forAReason = lookedAtRefused
        ? slot.fate === 'refused' || slot.fate === 'unknown'
        : truth.refused.has(it.id) || truth.turnedAway.has(it.id)
      promise('refused for a reason', !refused || forAReason, () => `${it.id} (${slot.fate})`)
    }
}
