import type { Signer } from '../../src/outbox/finished-batch.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { listen } from '../../src/outbox/triggers.ts'
import { Actor } from './actor.ts'
import type { Chance } from './chance.ts'
import { Disk } from './disk.ts'
import { Locks } from './locks.ts'
import type { DeviceKey } from './pool.ts'
import type { Line, Road } from './road.ts'
import { signerOf } from './signer.ts'
import { openThread, type Thread } from './thread.ts'
import type { Time } from './time.ts'

// A phone or a tablet: one disk, one set of locks, some tabs and a worker.

export interface DeviceOptions {
  name: string
  /** A tablet's key; a phone has none. */
  key: DeviceKey | null
  time: Time
  chance: Chance
  road: Road
  /** What a right clock shows. */
  calendar(): number
  /** Told what production code threw and should not have. */
  broke(error: unknown): void
  trace(line: string): void
}

export interface Tab extends Thread {
  sendNow(): Promise<unknown>
  online(): void
  /** A person is at its form. */
  busy: boolean
}

const SYNC_TRIES = 3

export class Device {
  readonly name: string
  readonly disk: Disk
  tabs: Tab[] = []
  worker: Thread | null = null
  line: Line = 'good'
  /** How far its clock is wrong. */
  skew = 0
  #locks = new Locks()
  #threads = 0
  #wantsSync = false
  readonly #signer: Signer | null
  readonly options: DeviceOptions

  constructor(options: DeviceOptions) {
    this.options = options
    this.name = options.name
    this.disk = new Disk(options.time, options.chance)
    this.#signer = options.key && signerOf(options.key)
  }

  now = (): number => Math.floor(this.options.calendar() + this.skew)

  openTab(): Tab {
    const thread = this.#thread('tab')
    const { actor } = thread
    const heard: { online?: () => void; kept?: () => void } = {}
    Actor.running = actor
    const { sendNow } = listen({
      drain: thread.drain,
      page: { visibilityState: 'visible', addEventListener: () => {} },
      window: {
        addEventListener: (type, hear) => {
          if (type === 'online') heard.online = hear
        },
      },
      now: this.now,
      onKept: (hear) => {
        heard.kept = hear
      },
      askForSync: () => this.#askForSync(),
      failed: (error) => {
        if (error instanceof StorageFailure) this.options.trace(`${actor.name}: drain failed: ${error.problem}`)
        else this.options.broke(error)
      },
      sendingChanged: () => {},
    })
    const tab: Tab = {
      ...thread,
      keep: async (envelope) => {
        await thread.keep(envelope)
        heard.kept?.()
      },
      sendNow,
      online: () => actor.after(0, () => heard.online?.()),
      busy: false,
    }
    this.tabs.push(tab)
    return tab
  }

  kill(thread: Thread): void {
    thread.actor.kill()
    this.#locks.forget(thread.actor)
    this.tabs = this.tabs.filter((tab) => tab !== thread)
    if (this.worker === thread) this.worker = null
  }

  closeAll(): void {
    for (const thread of [...this.tabs, ...(this.worker ? [this.worker] : [])]) this.kill(thread)
  }

  cutPower(): void {
    this.closeAll()
    this.disk.cutPower()
  }

  setLine(line: Line): void {
    this.line = line
    if (line === 'offline') return
    for (const tab of this.tabs) tab.online()
    if (this.#wantsSync) this.options.time.after(100, () => this.#sync(SYNC_TRIES))
  }

  /** A new version takes over, or the browser ends an idle worker: mid-drain too. */
  replaceWorker(): void {
    if (this.worker) this.kill(this.worker)
    this.#sync(SYNC_TRIES)
  }

  #askForSync(): void {
    if (this.#wantsSync) return
    this.#wantsSync = true
    this.options.time.after(this.options.chance.scattered(50, 20_000), () => this.#sync(SYNC_TRIES))
  }

  /** Background Sync wakes the worker where there is network, and gives up after some tries (Chromium). */
  #sync(tries: number): void {
    if (this.line === 'offline' || this.worker) return
    this.#wantsSync = false
    const worker = this.#thread('worker')
    this.worker = worker
    const { actor } = worker
    const ended = (again: boolean) => {
      this.kill(worker)
      if (again && tries > 1) this.options.time.after(5 * 60_000, () => this.#sync(tries - 1))
    }
    actor.after(1, () => {
      worker.drain('online').then(
        ({ until }) => ended(until !== null),
        (error) => {
          if (!(error instanceof StorageFailure)) this.options.broke(error)
          ended(true)
        },
      )
    })
  }

  #thread(kind: string): Thread {
    const { time, chance, road } = this.options
    const actor = new Actor(`${this.name}/${kind}${++this.#threads}`, time)
    const { disk, now } = this
    return openThread(actor, { device: this, disk, locks: this.#locks, road, time, chance, signer: this.#signer, now })
  }
}
