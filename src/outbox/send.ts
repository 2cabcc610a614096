// The real road to the server: a batch's exact bytes by PUT, packed where the link is slow.
import { pathOf } from '../../protocol/route.ts'
import { SENDING_ROUTES } from '../../protocol/sending-routes.ts'
import { NoAnswer, readAnswer } from '../api.ts'
import type { Alarm, Post, Send } from './ports.ts'

/** What browsers that have it tell of the link (Network Information API: Chromium only). */
export interface Link {
  effectiveType?: string
  saveData?: boolean
}

export type Fetch = (path: string, init: RequestInit) => Promise<Response>

export interface SendPorts {
  fetch: Fetch
  link(): Link | undefined
  /** ms, only for differences. */
  clock(): number
}

/** Below this a round trip costs the same anyway. */
const WORTH_PACKING_BYTES = 1400
/** Above this rate, packing takes longer than it saves (measured on loopback: 0.78 of the speed). */
const FAST_BYTES_PER_MS = 256
/** Of a smaller body, the time tells the way to the server and not the link's rate. */
const TELLING_BYTES = 32 * 1024

/** Sends batches, packed where that helps. */
export function httpSend({ fetch, link, clock }: SendPorts): Send {
  /** What the last body took, for browsers that do not tell: null while nothing is known. */
  let fast: boolean | null = null

  const slow = () => {
    const { effectiveType, saveData } = link() ?? {}
    // What a browser tells of the link comes from earlier roads, so the first body is packed in any case: unpacked it would be a
    // third more, and on a bad road perhaps several times.
    return saveData || fast !== true || (effectiveType !== undefined && effectiveType !== '4g')
  }

  return async (bytes, batchId, signal, signed) => {
    const headers: Record<string, string> = { 'content-type': 'application/json', ...signed }
    const packed = bytes.length > WORTH_PACKING_BYTES && slow() ? await gzip(bytes) : null
    const body = packed ?? bytes
    if (packed) headers['content-encoding'] = 'gzip'
    const began = clock()
    try {
      const response = await reach(fetch, pathOf(SENDING_ROUTES.batch, { batchId }), {
        method: 'PUT',
        body,
        headers,
        signal,
      })
      const answer = await readAnswer(SENDING_ROUTES.batch, response)
      if (body.length >= TELLING_BYTES) fast = body.length / (clock() - began) > FAST_BYTES_PER_MS
      return { answer, serverDate: dateOf(response) }
    } catch (error) {
      if (signal.aborted) fast = false
      throw error
    }
  }
}

/** The other questions of the outbox, by the same road. */
export const httpPost =
  (fetch: Fetch): Post =>
  async (route, body, signal, proof) => {
    const headers = { 'content-type': 'application/json', ...proof }
    const init = { method: route.method, body: JSON.stringify(body), headers, signal }
    const response = await reach(fetch, pathOf(route), init)
    return { answer: await readAnswer(route, response), serverDate: dateOf(response) }
  }

/** To this page's own origin and never anywhere else: no redirect is followed, no cookie goes with it. */
export async function reach(
  fetch: Fetch,
  path: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(path, {
      ...init,
      mode: 'same-origin',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    })
  } catch (cause) {
    throw init.signal.aborted ? cause : new NoAnswer('network', null, { cause })
  }
}

function dateOf(response: Response): number | null {
  const date = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(date) ? null : date
}

/** Packed bytes, or null where this browser cannot or where it does not help. */
async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof CompressionStream === 'undefined') return null
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  const packed = new Uint8Array(await new Response(stream).arrayBuffer())
  return packed.length < bytes.length ? packed : null
}

/** `AbortSignal.timeout` that can be called off, and that older iPhones have too. */
export const alarm: Alarm = (ms) => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, cancel: () => clearTimeout(timer) }
}
