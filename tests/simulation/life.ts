import { HELD_ACTS } from '../../protocol/quarantine-routes.ts'
import { StorageFailure, type StorageProblem } from '../../src/outbox/storage.ts'
import { Actor } from './actor.ts'
import type { Device, Tab } from './device.ts'
import type { Blow } from './faults.ts'
import { bring, save } from './files.ts'
import { CAMPAIGN } from './pool.ts'
import type { Signing } from './truth.ts'
import { promise } from './violation.ts'
import type { World } from './world.ts'

// What happens in a run, one thing after the other: people sign, ask, withdraw; tabs, workers, clocks, disks, lines and the
// server suffer what the seed has drawn.

const DAY_MS = 86_400_000

const DEEDS = { sign: 10, 'send now': 2, 'open a tab': 1, 'line is good again': 2 } as const
type Deed = keyof typeof DEEDS

export async function live(world: World): Promise<void> {
  const { chance, faults, time } = world
  world.road.faults = faults.road
  await world.server.start()
  for (const device of world.devices) {
    const { key } = device.options
    if (key && chance.happens(0.6)) await world.server.coordinate((store) => store.enrolDevice(key))
    // A browser that refuses storage: only the server's own word is left to thank for.
    if (chance.happens(0.15)) device.disk.sick = 'cannot-open'
    device.openTab()
  }
  const deeds = chance.whole(8, 40)
  const pace = chance.scattered(300, 20_000)
  for (let nth = 0; nth < deeds; nth++) {
    const deed = chance.weighted<Deed | Blow>({ ...DEEDS, ...faults.blows })
    if (deed) await happen(world, deed)
    await world.runUntil(time.now + chance.scattered(pace / 20, pace * 3))
  }
}

async function happen(world: World, deed: Deed | Blow): Promise<void> {
  const { chance, server, time } = world
  const device = chance.of(world.devices)
  const tab = device.tabs.length > 0 ? chance.of(device.tabs) : null
  const say = (words: string) => world.trace.add(words)
  const on = (words: string) => say(`${device.name}: ${words}`)
  switch (deed) {
    case 'sign': {
      const free = device.tabs.find((it) => !it.busy && it.actor.state === 'alive') ?? device.openTab()
      on('somebody signs')
      world.go(world.sign(device, free))
      return
    }
    case 'send now':
      if (!tab) return
      on('send now')
      Actor.running = tab.actor
      world.go(tab.sendNow())
      return
    case 'open a tab':
    case 'second tab':
      if (device.tabs.length < 2) device.openTab()
      return
    case 'line is good again':
      on('line is good')
      device.setLine('good')
      return
    case 'tab killed':
      if (!tab) return
      on(`${tab.actor.name} is killed`)
      device.kill(tab)
      return
    case 'worker replaced':
      on('worker replaced')
      device.replaceWorker()
      return
    case 'tab frozen':
      if (!tab) return
      on(`${tab.actor.name} freezes`)
      tab.actor.freeze()
      if (chance.happens(0.5)) time.after(chance.scattered(1000, 3_600_000), () => tab.actor.thaw())
      return
    case 'power cut':
      on('power cut')
      device.cutPower()
      time.after(chance.scattered(1000, 600_000), () => void device.openTab())
      return
    case 'clock jump':
      device.skew = chance.of([-20, 20, chance.between(-20, 20)]) * DAY_MS
      on(`clock is ${(device.skew / DAY_MS).toFixed(1)} days wrong`)
      return
    case 'storage fault': {
      const problem = chance.of<StorageProblem>(['quota', 'disk-full', 'connection-lost'])
      const when = chance.of(['before', 'after', 'after', 'never'] as const)
      on(`next write: ${problem} ${when} its commit`)
      device.disk.faults.push({ problem, when })
      return
    }
    case 'storage sick': {
      device.disk.sick = chance.of<StorageProblem>(['quota', 'cannot-open', 'connection-lost'])
      on(`storage: ${device.disk.sick}`)
      time.after(chance.scattered(1000, 300_000), () => {
        device.disk.sick = null
      })
      return
    }
    case 'offline':
    case 'captive portal':
    case 'bad proxy':
      on(deed)
      device.setLine(deed === 'captive portal' ? 'portal' : deed)
      time.after(chance.scattered(5000, 1_200_000), () => device.setLine('good'))
      return
    case 'server killed':
      say('server: killed')
      server.kill()
      return restartLater(world)
    case 'server killed at commit':
      say('server: will be killed')
      if (chance.happens(0.4)) server.dieAfterCommit()
      else server.dieBeforeStatement(chance.whole(0, 25))
      return restartLater(world)
    case 'server restarted':
      say('server: restarted')
      await server.stop()
      return restartLater(world)
    case 'proof secret lost':
      say('server: restarted with another secret for its challenges')
      await server.stop()
      server.loseProofSecret()
      return restartLater(world)
    case 'backup':
      say('server: backup')
      server.backUp(chance.happens(0.3))
      return
    case 'restore': {
      const usable = server.usableBackups
      if (usable.length === 0) return
      say('server: restored from a backup')
      server.restore(chance.of(usable))
      return restartLater(world)
    }
    case 'days pass': {
      // Around the 14 days for which what was acknowledged stays, too.
      const ms = chance.of([chance.scattered(3_600_000, 16 * DAY_MS), chance.between(11, 15) * DAY_MS])
      world.slept += ms
      say(`${(ms / DAY_MS).toFixed(1)} days pass`)
      return
    }
    case 'enrolment': {
      const { key } = device.options
      if (!key) return
      on('is enrolled')
      await server.coordinate((store) => store.enrolDevice(key))
      return
    }
    case 'quarantine decided':
      await server.coordinate(async (store) => {
        const groups = (await store.quarantine(CAMPAIGN))?.groups ?? []
        if (groups.length === 0) return
        const { sender } = chance.of(groups)
        const act = chance.of(HELD_ACTS)
        say(`server: ${act} ${JSON.stringify(sender).slice(0, 40)}: ${await store.decideHeld(CAMPAIGN, sender, act)}`)
      })
      return
    case 'revocation': {
      const { key } = device.options
      if (!key) return
      on('is revoked')
      await server.coordinate((store) => store.revokeDevice(key.device))
      return
    }
    case 'send again': {
      if (!tab) return
      on('sends again what was refused')
      sendAgain(world, device, tab)
      return
    }
    case 'file saved':
      if (!tab) return
      Actor.running = tab.actor
      world.go(save(world, device, tab))
      return
    case 'file brought': {
      if (!tab || world.files.length === 0) return
      Actor.running = tab.actor
      world.go(bring(world, tab, chance.of(world.files)))
      return
    }
    case 'destruction':
      say('server: the campaign is destroyed')
      world.truth.destroying = true
      await server.coordinate((store) => store.destroyEnvelopes(CAMPAIGN))
      return
    case 'poison': {
      const waiting = [...device.disk.seen.entries.values()].filter((entry) => entry.state === 'waiting')
      if (waiting.length === 0 || world.road.poison) return
      const { id } = chance.of(waiting)
      on(`${id.slice(0, 8)} is poison`)
      world.road.poison = { text: id, answer: chance.of(['server error', 'forbidden by a proxy', 'too large']) }
      return
    }
    case 'withdrawal':
      world.go(withdraw(world, device))
      return
  }
}

/** Whoever looks after the server starts it again, and once more where it dies in its first moments. */
function restartLater(world: World): void {
  const { time, chance, server, trace, faults } = world
  time.after(chance.scattered(500, 600_000), async () => {
    if (server.up) return
    trace.add('server: starts')
    const again = faults.blows['server killed at commit'] !== undefined && !world.calm && chance.happens(0.2)
    await server.start(again ? chance.whole(0, 12) : undefined)
    if (!server.up) restartLater(world)
  })
}

/** A person looks at what was refused, and says that it shall be tried again. */
export function sendAgain(world: World, { disk }: Device, { actor, queue, sendNow }: Tab): void {
  // The list on the screen may be old: what it names may have gone on since.
  const listed = [...disk.seen.entries.keys()]
  const again = async () => {
    try {
      await queue.sendAgain(listed)
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
    await sendNow()
  }
  actor.enter(() => world.go(again()))
}

/** Somebody who was thanked withdraws, on whatever device, and tries until told that the withdrawal is kept. */
async function withdraw(world: World, device: Device): Promise<void> {
  const { chance, truth, trace } = world
  const signed = truth.signings.filter(
    ({ thanked, slot }) => thanked.size > 0 && slot.fate !== 'unknown' && !truth.asked.has(slot.tag),
  )
  if (signed.length === 0) return
  // The last one's delivery is on its way, perhaps.
  const { slot } = chance.happens(0.5) ? (signed.at(-1) as Signing) : chance.of(signed)
  const tab = device.tabs.find((it) => it.actor.state === 'alive') ?? device.openTab()
  truth.asked.add(slot.tag)
  trace.add(`${tab.actor.name}: withdraws ${slot.ids[0]?.slice(0, 8)}`)
  const textsHere = () => slot.ids.map((id) => device.disk.seen.entries.get(id)).filter((entry) => entry?.text)
  for (;;) {
    const [before, { lies }] = [textsHere(), device.disk]
    try {
      await tab.withdraw(slot)
      const still = textsHere().find((entry) => before.includes(entry))
      promise(
        'a device takes back at once',
        !still || lies < device.disk.lies,
        () => `${still?.id} is still sealed here`,
      )
      break
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      await tab.actor.sleep(chance.scattered(500, 60_000))
    }
  }
  truth.promised.add(slot.tag)
  world.somethingHappened()
  trace.add(`${tab.actor.name}: keeps the withdrawal of ${slot.ids[0]?.slice(0, 8)}`)
  await tab.sendNow()
}
