// A bad road between a browser and a server: so many bits a second each way, so long a way, and requests that are lost whole,
// half of them cut somewhere on their way up, half after the server has answered. TCP, with just enough HTTP/1.1 to know where a
// request begins and ends. Every byte that a browser sends or is sent is counted here, but for those of the app itself.
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Chance } from '../seeded.ts'

export interface Road {
  /** Each way. */
  kbitPerSecond: number
  /** Each way. */
  delayMs: number
}

export interface Traffic {
  up: number
  down: number
  requests: number
  cutOnTheWayUp: number
  answersLost: number
  /** Bytes that went up for nothing: of requests that were cut, or that nobody heard the answer of. */
  lost: number
}

const NONE: Traffic = { up: 0, down: 0, requests: 0, cutOnTheWayUp: 0, answersLost: 0, lost: 0 }

export type Fault = 'cut' | 'answer lost'

export class SlowLink {
  readonly traffic: Traffic = { ...NONE }
  /** Share of the requests that is lost; changed while it runs. */
  loss = 0
  /** What the next requests meet in any case, before chance decides. */
  readonly next: Fault[] = []
  /** As if the road were none: for what is not measured. */
  hurry = false
  /** Only those whose first line says so are lost. */
  losing: RegExp = /^PUT \/api\/v1\/batches\//
  /** Only what such a first line asks for is counted: pages and their code are fetched when there is time for them. */
  counting: RegExp = /^\w+ \/api\//
  private readonly up: Pace
  private readonly down: Pace
  private readonly sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly to: number,
    readonly road: Road,
    readonly chance: Chance,
  ) {
    this.up = new Pace(road.kbitPerSecond)
    this.down = new Pace(road.kbitPerSecond)
    server.on('connection', (browser) => this.join(browser))
  }

  static async create(to: number, road: Road, chance: Chance): Promise<SlowLink> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (!address || typeof address === 'string') throw new Error('no port')
    return new SlowLink(server, address.port, to, road, chance)
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  get bytes(): number {
    return this.traffic.up + this.traffic.down
  }

  /** Counts from nothing again. */
  forget(): void {
    Object.assign(this.traffic, NONE)
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private join(browser: Socket): void {
    const server = connect(this.to, '127.0.0.1')
    const both = [browser, server]
    const end = () => {
      for (const socket of both) socket.destroy()
    }
    for (const socket of both) {
      this.sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', () => this.sockets.delete(socket))
    }
    const requests = new Requests((head, bytes) => this.fateOf(head, bytes))
    pump(browser, async (chunk) => {
      for (const { bytes, fate } of requests.take(chunk)) {
        if (!this.hurry) await this.up.pass(bytes.length)
        if (requests.counted) this.traffic.up += bytes.length
        if (fate === 'cut') return end()
        this.arrives(() => server.write(bytes))
      }
    }).then(() => this.arrives(() => server.end()), end)
    pump(server, async (chunk) => {
      // The server has answered; nobody hears of it.
      if (requests.answerIsLost()) return end()
      if (!this.hurry) await this.down.pass(chunk.length)
      if (requests.counted) this.traffic.down += chunk.length
      this.arrives(() => browser.write(chunk))
    }).then(() => this.arrives(() => browser.end()), end)
  }

  /** In the order of the calls: timers of the same length are. */
  private arrives(what: () => void): void {
    if (this.hurry) what()
    else setTimeout(what, this.road.delayMs)
  }

  private fateOf(head: string, bytes: number): Fate {
    const counted = this.counting.test(head)
    if (counted) this.traffic.requests += 1
    const fault = !this.hurry && this.losing.test(head) ? this.fault() : null
    if (fault === null) return { cutAfter: Number.POSITIVE_INFINITY, answer: true, counted }
    if (fault === 'answer lost') {
      this.traffic.answersLost += 1
      this.traffic.lost += bytes
      return { cutAfter: Number.POSITIVE_INFINITY, answer: false, counted }
    }
    const cutAfter = Math.floor(this.chance.next() * bytes)
    this.traffic.cutOnTheWayUp += 1
    this.traffic.lost += cutAfter
    return { cutAfter, answer: true, counted }
  }

  private fault(): Fault | null {
    const sure = this.next.shift()
    if (sure) return sure
    if (this.chance.next() >= this.loss) return null
    return this.chance.next() < 0.5 ? 'cut' : 'answer lost'
  }
}

interface Fate {
  /** Bytes of the request that still pass. */
  cutAfter: number
  answer: boolean
  /** Whether its bytes, and its answer's, are. */
  counted: boolean
}

/** Small enough that a cut can come anywhere, and that two requests share the road. */
const PIECE = 1400

/** One piece after the other. */
async function pump(from: Socket, pass: (chunk: Buffer) => Promise<void>): Promise<void> {
  for await (const chunk of from as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += PIECE) {
      await pass(chunk.subarray(at, at + PIECE))
      if (from.destroyed) return
    }
}

/** One direction of the road, shared by all: whoever sends waits for the rate, and what was sent is under way for the delay. */
class Pace {
  private free = 0

  constructor(private readonly kbitPerSecond: number) {}

  async pass(bytes: number): Promise<void> {
    const now = performance.now()
    this.free = Math.max(this.free, now) + (bytes * 8) / this.kbitPerSecond
    const wait = this.free - now
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

/** Follows the requests of one connection, which come one after the other. */
class Requests {
  private head = ''
  /** Bytes of this request's body still to come; null while its head comes. */
  private left: number | null = null
  private fate: Fate = { cutAfter: Number.POSITIVE_INFINITY, answer: true, counted: true }

  constructor(private readonly fateOf: (head: string, bytes: number) => Fate) {}

  /** Of the request that came last, and of what answers it. */
  get counted(): boolean {
    return this.fate.counted
  }

  answerIsLost(): boolean {
    return !this.fate.answer
  }

  /** The same bytes, and where they end for ever. */
  take(chunk: Buffer): { bytes: Buffer; fate: 'passes' | 'cut' }[] {
    const pieces: { bytes: Buffer; fate: 'passes' | 'cut' }[] = []
    for (let at = 0; at < chunk.length; ) {
      const from = at
      if (this.left === null) {
        const before = this.head.length
        this.head += chunk.toString('latin1', at)
        const end = this.head.indexOf('\r\n\r\n')
        at = end < 0 ? chunk.length : at + end + 4 - before
        if (end >= 0) {
          const head = this.head.slice(0, end + 4)
          this.left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
          this.fate = this.fateOf(head.slice(0, head.indexOf('\r\n')), head.length + this.left)
          this.head = ''
        }
      } else {
        const body = Math.min(this.left, chunk.length - at)
        at += body
        this.left -= body
      }
      if (this.left === 0) this.left = null
      const bytes = chunk.subarray(from, at)
      if (this.fate.cutAfter < bytes.length) {
        pieces.push({ bytes: bytes.subarray(0, this.fate.cutAfter), fate: 'cut' })
        return pieces
      }
      this.fate.cutAfter -= bytes.length
      pieces.push({ bytes, fate: 'passes' })
    }
    return pieces
  }
}
