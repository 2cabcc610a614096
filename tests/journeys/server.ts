// A real server in a process of its own, on a real file, that a test can kill and start again.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export class TestServer {
  /** Everything it ever printed: its log. */
  log = ''
  private child: ChildProcess | null = null
  /** It keeps them in its memory, which a kill takes away. */
  private reportedEarlier: unknown[] = []

  private constructor(
    readonly url: string,
    readonly dataDir: string,
    readonly port: number,
    private readonly home: string,
    /** What stands in its environment from the next start on, beside what it needs. */
    readonly more: Record<string, string>,
    /** Node's own, before the program. */
    private readonly flags: readonly string[],
  ) {}

  /** `home` is the folder of a built Paraphe: this one, or a copy that a test may change. */
  static async create(
    home = '.',
    proofOfWork: 'normal' | 'light' = 'light',
    more: Record<string, string> = {},
    flags: readonly string[] = [],
  ): Promise<TestServer> {
    const port = await freePort()
    const server = new TestServer(
      more.PUBLIC_URL ?? `http://localhost:${port}`,
      more.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'paraphe-'))),
      port,
      home,
      // Real proofs that cost nothing; proof.spec.ts pays the full price.
      { PROOF_OF_WORK: proofOfWork, ...more },
      flags,
    )
    await server.start()
    return server
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.flags, join(this.home, 'dist/server/main.js')], {
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        PUBLIC_URL: this.url,
        DATA_DIR: this.dataDir,
        CSP_REPORT: '1',
        ...this.more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (this.log += text))
    for (let tries = 0; tries < 200; tries++) {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.log}`)
      const answer = await fetch(`http://localhost:${this.port}/healthz`).catch(() => null)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the server does not answer:\n${this.log}`)
  }

  /** The one-time link that the first start printed. */
  get setupLink(): string {
    const link = this.log.match(/http\S+\/console\/setup#\S+/)?.[0]
    if (!link) throw new Error(`no set-up link in:\n${this.log}`)
    return link
  }

  /** No chance to say goodbye. What browsers reported to it is asked for first. */
  async kill(): Promise<void> {
    this.reportedEarlier = await this.cspReports()
    await this.end('SIGKILL')
  }

  /** `npm run backup` or `restore` on this server's folder, as built: what it printed. */
  program(name: 'backup' | 'restore', file: string): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(this.home, `dist/server/${name}.js`), file], {
      env: { ...process.env, DATA_DIR: this.dataDir },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`)
    return stdout + stderr
  }

  /** Of its process. */
  get pid(): number | undefined {
    return this.child?.pid
  }

  /** The environment of its process as the system shows it (Linux); elsewhere nothing. */
  async environment(): Promise<Buffer> {
    return readFile(`/proc/${this.pid}/environ`).catch(() => Buffer.alloc(0))
  }

  /** The same, in the middle of whatever it does. */
  async crash(): Promise<void> {
    await this.end('SIGKILL')
  }

  async remove(): Promise<void> {
    await this.end('SIGTERM')
    await rm(this.dataDir, { recursive: true, force: true })
  }

  /** Violations of the Content-Security-Policy that browsers reported, workers included. */
  async cspReports(): Promise<unknown[]> {
    const { reports } = (await (await fetch(`${this.url}/csp`)).json()) as { reports: unknown[] }
    return [...this.reportedEarlier, ...reports]
  }

  async counts(): Promise<Record<string, number>> {
    return (await fetch(`${this.url}/api/v1/campaigns/current/counts`)).json()
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    this.child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
}

/** Each of Playwright's workers has a range of its own, below those that systems give to connections. */
const RANGE = 4000
const FIRST_PORT = 16_000 + RANGE * Number(process.env.TEST_PARALLEL_INDEX ?? 2)

async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * RANGE)
    if (await isFree(port)) return port
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
