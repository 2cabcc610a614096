// What tablets and phones send, ready before the clock runs, and the sending of it.
import { randomBytes } from 'node:crypto'
import { type Agent, request } from 'node:http'
import type { Envelope } from '../protocol/envelope.ts'
import { newUuid } from '../protocol/ids.ts'

export interface Ready {
  body: string
  headers: Record<string, string>
}

/** enc, two blocks of 256 bytes, and the tag: a usual signature. No server can tell noise from a sealed act. */
const SEALED_BYTES = 65 + 512 + 16

/** Others of the same clear fields. */
export const envelopesLike = (like: Envelope) => (count: number) =>
  Array.from({ length: count }, () => ({
    ...like,
    id: newUuid(),
    withdrawTag: randomBytes(32).toString('base64url'),
    sealed: randomBytes(SEALED_BYTES).toString('base64url'),
  }))

/** Sends a batch; its answer. @throws Error where it is not 200 */
export const put = (port: number, agent: Agent, { body, headers }: Ready): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = `/api/v1/batches/${/"batchId":"([^"]+)/.exec(body)?.[1]}`
    const type = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({ host: '127.0.0.1', port, agent, path, method: 'PUT', headers: { ...type, ...headers } })
    sent.on('error', reject)
    sent.on('response', async (answer) => {
      let text = ''
      for await (const piece of answer) text += piece
      if (answer.statusCode === 200) resolve(text)
      else reject(new Error(`${answer.statusCode} ${text}`))
    })
    sent.end(body)
  })

/** @throws Error where an answer says anything but `stored` */
export function expectStored(answer: string): void {
  const { verdicts } = JSON.parse(answer) as { verdicts: { verdict: string }[] }
  if (!verdicts.every(({ verdict }) => verdict === 'stored')) throw new Error('not all was stored')
}
