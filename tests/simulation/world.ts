import { ROUTES } from '../../protocol/routes.ts'
import type { Rows } from '../outbox/memory-storage.ts'
import { Actor } from './actor.ts'
import { Chance } from './chance.ts'
import { Device, type Tab } from './device.ts'
import { countsAreRight, neverInClear, onlyTheServersWord } from './device-invariants.ts'
import { drawFaults, type Faults } from './faults.ts'
import type { HandOff } from './hand-off.ts'
import { sign } from './person.ts'
import type { DeviceKey, Pool, Slot } from './pool.ts'
import { Road } from './road.ts'
import { nothingIsLost, withdrawalsAreKept } from './safekeeping.ts'
import { type Answer, SimulatedServer } from './server.ts'
import { answeredIsThere, countsAreDistinctIds, goneIsGone, nothingUnproven, oneActOneId } from './server-invariants.ts'
import type { FirstDay } from './template.ts'
import { Time } from './time.ts'
import { Trace } from './trace.ts'
import { Truth } from './truth.ts'

// Everything that one seed decides: some devices, a road, a server, people, and the witness who checks each step.

/** When runs begin: a Sunday. */
export const BEGINS = Date.UTC(2026, 10, 22, 12)

export interface Ground {
  pool: Pool
  firstDay: FirstDay
}

export class World {
  readonly chance: Chance
  readonly time = new Time()
  readonly trace: Trace
  readonly truth: Truth
  readonly faults: Faults
  readonly server: SimulatedServer
  readonly road: Road
  readonly devices: Device[] = []
  readonly slots: Slot[]
  readonly files: HandOff[] = []
  /** Faults have stopped. */
  calm = false
  /** Time that everybody slept through. */
  slept = 0
  #seen = new Map<Device, Rows>()
  #answers: Answer[] = []
  #usedChallenges = new Map<string, string>()
  #serverChanged = false
  #diskChanged = new Set<Device>()
  #thanked = false
  #broken: { error: unknown } | null = null

  constructor(seed: number, { pool, firstDay }: Ground, wholeTrace: boolean) {
    this.chance = new Chance(seed)
    this.trace = new Trace(() => this.time.now + this.slept, wholeTrace)
    this.truth = new Truth(pool)
    this.faults = drawFaults(this.chance)
    this.slots = [...pool.slots]
    this.server = new SimulatedServer({
      time: this.time,
      chance: this.chance,
      now: this.calendar,
      firstDay,
      answered: (question, answer) => {
        const { reply } = answer
        this.truth.heard(question, reply, this.calendar())
        if (question.path === ROUTES.withdrawal.path && reply.status === 200)
          this.truth.gone.add(this.#tagOf(JSON.parse(Buffer.from(question.body).toString()).code))
        nothingUnproven(question, answer, this.#usedChallenges)
        this.#answers.push(answer)
      },
      changed: () => {
        this.#serverChanged = true
      },
    })
    this.road = new Road({
      time: this.time,
      chance: this.chance,
      server: this.server,
      trace: (line) => this.trace.add(line),
      crossed: (text) => neverInClear('a request or an answer', text),
      said: (question, reply) => this.truth.heard(question, reply, this.calendar()),
    })
    const count = this.chance.of([1, 2, 2, 3])
    for (let nth = 1; nth <= count; nth++)
      this.devices.push(
        this.#newDevice(`device${nth}`, this.chance.happens(0.5) ? (pool.devices[nth] as DeviceKey) : null),
      )
  }

  /** ms since 1970 by a right clock. */
  calendar = (): number => BEGINS + Math.floor(this.time.now + this.slept)

  /** Something that goes on by itself. What it throws is a promise that it broke, or a mistake: either ends the run. */
  go(work: Promise<unknown>): void {
    work.catch(this.broke)
  }

  broke = (error: unknown): void => {
    this.#broken ??= { error }
  }

  /** Lives until `end` of virtual time, checking every step that changed something. */
  runUntil = (end: number): Promise<void> => this.time.runUntil(end, () => this.#check())

  /** Something changed that no disk and no server tells. */
  somethingHappened(): void {
    this.#thanked = true
  }

  /** Somebody signs in this tab. */
  async sign(device: Device, tab: Tab): Promise<void> {
    const slot = this.slots.shift()
    if (!slot) return
    Actor.running = tab.actor
    const thanked = () => {
      this.somethingHappened()
    }
    const trace = (line: string) => this.trace.add(line)
    const restores = () => this.server.restores
    await sign({ device, tab, slot, chance: this.chance, truth: this.truth, trace, restores, thanked })
  }

  #tagOf = (code: string): string => this.truth.signings.find(({ slot }) => slot.code === code)?.slot.tag ?? ''

  #waits = (id: string): boolean => this.devices.some(({ disk }) => disk.safe.entries.get(id)?.state === 'waiting')

  #newDevice(name: string, key: DeviceKey | null): Device {
    const device = new Device({
      name,
      key,
      time: this.time,
      chance: this.chance,
      road: this.road,
      calendar: this.calendar,
      broke: this.broke,
      trace: (line) => this.trace.add(line),
    })
    device.disk.changed = () => this.#diskChanged.add(device)
    this.#seen.set(device, device.disk.seen)
    return device
  }

  #check(): void {
    if (this.#broken) throw this.#broken.error
    const { truth } = this
    const somethingChanged = this.#serverChanged || this.#diskChanged.size > 0 || this.#thanked
    if (!somethingChanged) return
    for (const device of this.#diskChanged) {
      const { seen, safe } = device.disk
      const before = this.#seen.get(device) as Rows
      countsAreRight(device.name, seen, true)
      // After a power cut what is seen goes back, and no rule has to explain that.
      if (before !== seen && seen !== safe) onlyTheServersWord(device.name, before, seen, truth, this.calendar())
      this.#seen.set(device, seen)
    }
    if (this.#serverChanged && this.server.up) {
      const { held } = this.server
      for (const tag of held.tombstones) truth.gone.add(tag)
      countsAreDistinctIds(held)
      goneIsGone(held, truth)
      oneActOneId(held, this.#waits, truth)
    }
    for (const answer of this.#answers.splice(0)) answeredIsThere(answer, this.server.held, truth)
    this.#serverChanged = false
    this.#thanked = false
    this.#diskChanged.clear()
    nothingIsLost(this)
    withdrawalsAreKept(this)
  }
}
