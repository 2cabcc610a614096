// The real road to the server: a batch's exact bytes by PUT, packed where the link is slow.
import { pathOf } from '../../protocol/route.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { NoAnswer, readAnswer } from '../api.ts'
import type { Alarm, Send } from './drain.ts'

/** What browsers that have it tell of the link (Network Information API: Chromium only). */
export interface Link {
  effectiveType?: string
  saveData?: boolean
}

export interface SendPorts {
  fetch(path: string, init: RequestInit): Promise<Response>
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

/** Sends to this page's own origin and never anywhere else: no redirect is followed, no cookie goes with it. */
export function httpSend({ fetch, link, clock }: SendPorts): Send {
  /** What the last body took, for browsers that do not tell: null while nothing is known. */
  let fast: boolean | null = null

  const slow = () => {
    const { effectiveType, saveData } = link() ?? {}
    return saveData || (effectiveType === undefined ? fast !== true : effectiveType !== '4g' || fast === false)
  }

  return async (bytes, batchId, signal) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    const packed = bytes.length > WORTH_PACKING_BYTES && slow() ? await gzip(bytes) : null
    const body = packed ?? bytes
    if (packed) headers['content-encoding'] = 'gzip'
    const began = clock()
    let response: Response
    try {
      response = await fetch(pathOf(ROUTES.batch, { batchId }), {
        method: 'PUT',
        body,
        headers,
        signal,
        mode: 'same-origin',
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
      })
    } catch (cause) {
      if (signal.aborted) fast = false
      throw signal.aborted ? cause : new NoAnswer('network', null, { cause })
    }
    const answer = await readAnswer(ROUTES.batch, response)
    if (body.length >= TELLING_BYTES) fast = body.length / (clock() - began) > FAST_BYTES_PER_MS
    const date = Date.parse(response.headers.get('date') ?? '')
    return { answer, serverDate: Number.isNaN(date) ? null : date }
  }
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
