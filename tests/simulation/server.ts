import BetterSqlite from 'better-sqlite3'
import { makeBackup } from '../../sync-server/store/backup.ts'
import type { LogEntry } from '../../sync-server/store/erasure-log.ts'
import { openStore } from '../../sync-server/store/open-store.ts'
import { openSqlite } from '../../sync-server/store/sqlite.ts'
import type { Store } from '../../sync-server/store/store.ts'
import { Actor } from './actor.ts'
import type { Chance } from './chance.ts'
import { door, NTH, standBehind } from './door.ts'
import { Died, DyingDatabase } from './dying-database.ts'
import { memoryLog } from './erasures.ts'
import type { Question, Reply } from './exchange.ts'
import { type Held, idsHeld, readHeld } from './rows.ts'
import type { FirstDay } from './template.ts'
import type { Time } from './time.ts'
import { STAYS_MS } from './truth.ts'

// The production server: its routes, its store, a real SQLite in memory. Its process can die at any statement; the machine keeps
// the database, the erasure log and the backups.

/** Told when the answer leaves the server; null where the line broke. */
type Answered = (reply: Reply | null) => unknown

export interface Answer {
  reply: Reply
  /** Ids that were committed when it left. */
  committed: Set<string>
  /** Tags that were withdrawn before it was asked. */
  tombstones: Set<string>
}

interface Backup {
  bytes: Buffer
  at: number
  /** Null: made by `npm run backup`; else a bare copy of the file, and how often the log had seen the database opened. */
  opening: number | null
}

export interface ServerOptions {
  time: Time
  chance: Chance
  /** The server's own clock. */
  now(): number
  firstDay: FirstDay
  /** What it answered, at the moment when it did. */
  answered(question: Question, answer: Answer): void
  /** Something may have changed. */
  changed(): void
}

export class SimulatedServer {
  store: Store | null = null
  held: Held
  erasures: LogEntry[] = []
  backups: Backup[] = []
  restores = 0
  readonly #options: ServerOptions
  #sqlite: BetterSqlite.Database
  #process: DyingDatabase | null = null
  #thread: Actor
  #waiting: { question: Question; answered: Answered }[] = []
  #busy = false
  /** What was committed when an answer left; null where it did not leave. */
  #left = new Map<number, Set<string> | null>()
  #committed = new Set<string>()

  constructor(options: ServerOptions) {
    this.#options = options
    this.#sqlite = new BetterSqlite(options.firstDay.bytes)
    this.erasures = [...options.firstDay.log]
    this.#thread = new Actor('server', options.time)
    this.held = readHeld(this.#sqlite)
    standBehind(this)
  }

  /** As the erasure log knows it: a start that died before it got there can tell no copy from the original. */
  get openings(): number {
    return this.erasures.filter(({ what }) => what === 'opening').length
  }

  get up(): boolean {
    return this.store !== null
  }

  /** `dyingBefore`: a statement before which it dies once more; never by default. */
  async start(dyingBefore = Number.POSITIVE_INFINITY): Promise<void> {
    if (this.up) return
    const { time, now, chance } = this.#options
    const process = new DyingDatabase(
      this.#sqlite,
      () => this.#died(),
      () => {
        this.#committed = idsHeld(this.#sqlite)
      },
    )
    process.dieBeforeStatement(dyingBefore)
    this.#process = process
    this.#thread.kill()
    this.#thread = new Actor('server', time)
    Actor.running = this.#thread
    try {
      const store = await openStore({
        database: openSqlite(process.handle()),
        erasures: memoryLog(this.erasures),
        now,
        random: chance.bytes,
      })
      if (!process.dead) this.store = store
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
    this.#committed = idsHeld(this.#sqlite)
    this.#look()
  }

  /** A coordinator does something, if the server lives long enough. */
  async coordinate(deed: (store: Store) => Promise<unknown>): Promise<void> {
    if (!this.store) return
    Actor.running = this.#thread
    try {
      await deed(this.store)
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
    this.#look()
  }

  /** Ends as it does when a person stops it. */
  async stop(): Promise<void> {
    const { store } = this
    Actor.running = this.#thread
    this.store = null
    await store?.close()
    this.kill()
  }

  kill(): void {
    this.#process?.die()
  }

  dieBeforeStatement(nth: number): void {
    this.#process?.dieBeforeStatement(nth)
  }

  dieAfterCommit(): void {
    this.#process?.dieAfterCommit()
  }

  /** Calls off what was to kill it. */
  liveOn(): void {
    this.#process?.liveOn()
  }

  /** Whoever looks after the server lost it, or wanted another one. */
  loseProofSecret(): void {
    this.#sqlite.prepare(`delete from setting where name = 'proof-secret'`).run()
  }

  /** What the server's own clock shows. */
  calendar = (): number => this.#options.now()

  /** As `npm run backup` does, or as somebody does who copies the file. */
  backUp(bare: boolean): void {
    const bytes = this.#sqlite.serialize()
    const at = this.#options.now()
    if (bare) {
      this.backups.push({ bytes, at, opening: this.openings })
      return
    }
    const copy = new BetterSqlite(bytes)
    makeBackup(copy, at)
    this.backups.push({ bytes: copy.serialize(), at, opening: null })
    copy.close()
  }

  /**
   * What can be put back without a promise being broken: no older than the time for which devices keep what was acknowledged;
   * and a bare copy only when the server has been started since, by which it knows an older copy.
   */
  get usableBackups(): Backup[] {
    return this.backups.filter(
      ({ at, opening }) => this.#options.now() - at < STAYS_MS && (opening === null || opening < this.openings),
    )
  }

  /** The machine is replaced by one with an older database, and the erasure log that was kept apart. */
  restore({ bytes }: Backup): void {
    this.kill()
    this.#sqlite.close()
    this.#sqlite = new BetterSqlite(bytes)
    this.restores++
  }

  close(): void {
    this.kill()
    this.#sqlite.close()
  }

  /** Requests that come while it is busy are read together, so that they may share a commit. */
  receive(question: Question, answered: Answered): unknown {
    if (!this.up) return answered(null)
    this.#waiting.push({ question, answered })
    if (this.#busy) return
    this.#busy = true
    this.#options.time.after(this.#options.chance.scattered(1, 300), () => this.#turn())
  }

  left(nth: number): void {
    if (this.#left.has(nth) && this.#process?.dead === false) this.#left.set(nth, this.#committed)
  }

  async #turn(): Promise<void> {
    this.#busy = false
    const waiting = this.#waiting.splice(0)
    if (!this.up) {
      for (const { answered } of waiting) answered(null)
      return
    }
    Actor.running = this.#thread
    const api = await door()
    const { tombstones } = this.held
    await Promise.all(
      waiting.map(async ({ question, answered }, nth) => {
        this.#left.set(nth, null)
        const { method, path, headers, body } = question
        const response = await api.inject({
          method,
          url: path,
          headers: { ...headers, [NTH]: String(nth) },
          ...(body.length > 0 ? { payload: Buffer.from(body) } : {}),
        })
        const committed = this.#left.get(nth)
        if (!committed) return answered(null)
        const { 'retry-after': retryAfter } = response.headers
        const reply = {
          status: response.statusCode,
          headers: {
            date: new Date(this.#options.now()).toUTCString(),
            ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
          },
          text: response.payload,
        }
        this.#options.answered(question, { reply, committed, tombstones })
        answered(reply)
      }),
    )
    this.#left.clear()
    this.#look()
  }

  #died(): void {
    this.store = null
    this.#thread.kill()
  }

  #look(): void {
    this.held = readHeld(this.#sqlite)
    this.#options.changed()
  }
}
