// A road between browsers and a server that writes down all that crosses it, both ways: heads, and bodies as they crossed.
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'

/** One message: its first line and headers, and its body in the pieces in which it came. */
class Message {
  private readonly pieces: Buffer[] = []

  constructor(
    firstLine: string,
    private readonly from: IncomingMessage,
  ) {
    const { rawHeaders } = from
    const lines = rawHeaders.flatMap((name, i) => (i % 2 ? [] : `${name}: ${rawHeaders[i + 1]}`))
    // Header values are bytes (RFC 9110 §5.5), which Node reads as Latin-1.
    this.head = Buffer.from([firstLine, ...lines].join('\r\n'), 'latin1')
    from.on('data', (piece: Buffer) => this.pieces.push(piece))
  }

  readonly head: Buffer

  /** The body as it crossed, and unpacked where it was packed. */
  get bodies(): Buffer[] {
    const body = Buffer.concat(this.pieces)
    const unpack = UNPACK[this.from.headers['content-encoding'] ?? '']
    return unpack && body.length > 0 ? [body, unpack(body)] : [body]
  }
}

/** What came of a message that was cut off counts, too. */
const UNPACK: Record<string, (body: Buffer) => Buffer> = {
  gzip: (body) => gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }),
  deflate: (body) => inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH }),
  br: (body) => brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
}

export interface Crossing {
  /** Method and path, without what was asked. */
  what: string
  up: Message
  down: Message | null
}

export class RecordedRoad {
  readonly crossings: Crossing[] = []
  /** The server's port, once it has one. */
  to = 0

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {
    server.on('request', (asked, answer) => {
      const { method = '', url: path = '' } = asked
      const crossing: Crossing = {
        what: `${method} ${path.split('?')[0]}`,
        up: new Message(`${method} ${path}`, asked),
        down: null,
      }
      this.crossings.push(crossing)
      const onward = request({ host: '127.0.0.1', port: this.to, method, path, headers: asked.headers }, (answered) => {
        const { statusCode = 0, statusMessage = '', rawHeaders } = answered
        crossing.down = new Message(`${statusCode} ${statusMessage}`, answered)
        answer.writeHead(statusCode, rawHeaders)
        answered.on('error', () => answer.destroy())
        answered.pipe(answer)
      })
      onward.on('error', () => answer.destroy())
      answer.on('close', () => onward.destroy())
      asked.on('error', () => onward.destroy())
      asked.pipe(onward)
    })
  }

  static async create(): Promise<RecordedRoad> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (!address || typeof address === 'string') throw new Error('no port')
    return new RecordedRoad(server, `http://localhost:${address.port}`)
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
