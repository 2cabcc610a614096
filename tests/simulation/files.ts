import { HandOffRefused } from '../../src/outbox/read-hand-off.ts'
import { handOffLines } from '../../src/outbox/save-hand-off.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { TakeInStopped, takeIn } from '../../src/outbox/take-in.ts'
import type { Chance } from './chance.ts'
import type { Device, Tab } from './device.ts'
import { neverInClear } from './device-invariants.ts'
import type { HandOff } from './hand-off.ts'
import { promise } from './violation.ts'
import type { World } from './world.ts'

// Hand-off files on their way from one device to another, by whoever has network: late, twice, damaged.

/** A file of what waits in this tab's device; it stays in the world for good. */
export async function save(world: World, device: Device, { actor, queue, finish }: Tab): Promise<void> {
  const lines: string[] = []
  try {
    for await (const { text } of handOffLines({ queue, ...finish })) lines.push(text)
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return
  }
  neverInClear('a hand-off file', lines.join('\n'))
  world.trace.add(`${actor.name}: saves a hand-off file of ${lines.length - 2} batches`)
  world.files.push({ from: device.name, lines, damaged: false })
  if (world.chance.happens(0.3))
    world.files.push({ from: device.name, lines: harm(lines, world.chance), damaged: true })
}

/** Brings a file to the server; nothing of a damaged one. */
export async function bring(
  world: World,
  { actor, takeInPorts }: Tab,
  { lines, damaged, from }: HandOff,
): Promise<void> {
  const { chance, trace } = world
  trace.add(`${actor.name}: takes in a ${damaged ? 'damaged ' : ''}file from ${from}`)
  let sent = 0
  const { send, prove, alarm, carrier } = takeInPorts
  const ports = {
    prove,
    alarm,
    carrier,
    send: (...what: Parameters<typeof send>) => {
      sent++
      return send(...what)
    },
    wait: (ms: number) => actor.sleep(ms),
    chance: () => chance.next(),
  }
  const read = async function* () {
    yield* lines
  }
  try {
    await takeIn(read, ports, () => {})
    promise('a damaged hand-off is refused', !damaged, () => `from ${from}`)
  } catch (error) {
    if (error instanceof HandOffRefused) {
      promise('a whole hand-off is taken', damaged, () => `from ${from}: ${error.reason}`)
      promise('nothing of a damaged hand-off is sent', sent === 0, () => `${sent} batches from ${from}`)
    } else if (!(error instanceof TakeInStopped)) throw error
  }
}

/** Cut, shortened, changed, or with lines in another order. */
function harm(lines: string[], chance: Chance): string[] {
  const at = chance.whole(0, lines.length - 1)
  const line = lines[at] as string
  switch (chance.whole(0, 3)) {
    case 0:
      return lines.slice(0, chance.whole(0, lines.length - 1))
    case 1:
      return lines.toSpliced(at, 1)
    case 2:
      return lines.toSpliced(at, 0, line)
    default: {
      const cut = chance.whole(0, line.length - 1)
      return lines.with(at, `${line.slice(0, cut)}${line[cut] === 'x' ? 'y' : 'x'}${line.slice(cut + 1)}`)
    }
  }
}
