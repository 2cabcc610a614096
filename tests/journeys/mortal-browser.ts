// A real browser on a profile of its own that a test can kill: all of its processes at once, as a battery that gives out does.
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions } from '@playwright/test'
import { PHONE } from './fixtures.ts'

export class MortalBrowser {
  private constructor(
    readonly profile: string,
    private readonly options: LaunchOptions,
  ) {}

  static async create(options: LaunchOptions): Promise<MortalBrowser> {
    return new MortalBrowser(await mkdtemp(join(tmpdir(), 'paraphe-mortal-')), options)
  }

  async launch(more: BrowserContextOptions = {}): Promise<Living> {
    // What a killed browser leaves says that the profile is in use.
    for (const name of readdirSync(this.profile))
      if (name.startsWith('Singleton')) await rm(join(this.profile, name), { force: true })
    const context = await chromium.launchPersistentContext(this.profile, {
      ...this.options,
      locale: 'fr-FR',
      viewport: PHONE,
      ...more,
    })
    // Looked for now, because it takes longer than the moment of a kill may.
    return new Living(context, processesOf(this.profile), this.profile)
  }

  async remove(): Promise<void> {
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

export class Living {
  private readonly closed: Promise<void>

  constructor(
    readonly context: BrowserContext,
    private readonly known: readonly Process[],
    private readonly profile: string,
  ) {
    this.closed = new Promise((resolve) => context.once('close', () => resolve()))
  }

  /** SIGKILL to the whole process group; returns the moment. What runs outside of the group follows. */
  kill(): number {
    const at = Date.now()
    for (const group of new Set(this.known.map((it) => it.group))) end(-group)
    return at
  }

  /** Resolves when no process of this profile is left. */
  async gone(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const left = processesOf(this.profile)
      if (left.length === 0) break
      if (tries === 500) throw new Error(`still alive: ${left.map((it) => it.pid)}`)
      for (const { pid } of left) end(pid)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await this.closed
  }
}

interface Process {
  pid: number
  group: number
}

/** Every process that was started for this profile: its folder's name is in their command lines, and in no other's. */
function processesOf(profile: string): Process[] {
  const found: Process[] = []
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) continue
      // After the command's name in brackets, which may hold anything: state, parent, group.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state !== 'Z') found.push({ pid, group: Number(group) })
    } catch {
      // It ended meanwhile.
    }
  }
  return found
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
