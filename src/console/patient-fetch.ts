import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { ExportFilter } from '../../protocol/review-routes.ts'
import { pathOf } from '../../protocol/route.ts'
import { NoAnswer, readAnswer } from '../api.ts'
import { mayPassLater } from './failure-words.ts'
import type { ComePage } from './opening-run.ts'
import type { Session } from './session.ts'
import { WorkerProblem } from './worker-line.ts'

const TRY_AGAIN_MS = 5000

/** Gets what is wrong while something that passes by itself is waited out, and null when it goes on again. */
export type OnStall = (error: unknown) => void

/** Does something again until it succeeds. What only a person can mend is thrown. */
export async function patiently<T>(work: () => Promise<T>, onStall: OnStall, signal: AbortSignal): Promise<T> {
  for (let stalled = false; ; stalled = true) {
    try {
      const done = await work()
      if (stalled) onStall(null)
      return done
    } catch (error) {
      if (signal.aborted || !mayPassLater(error)) throw error
      onStall(error)
      await aWhile(signal)
    }
  }
}

/** Fetches sealed pages as bytes, which a worker reads. */
export const patientPages =
  (
    session: Session,
    {
      campaign,
      filter,
      take,
    }: { campaign: string; filter: ExportFilter; take: (bytes: ArrayBuffer) => Promise<ComePage> },
    onStall: OnStall,
  ) =>
  (after: string | null, signal: AbortSignal): Promise<ComePage> =>
    patiently(
      async () => {
        const bytes = await fetchPageBytes(session, campaign, queryOf(filter, after), signal)
        return take(bytes).catch((cause) => {
          if (cause instanceof WorkerProblem && cause.problem === 'not-our-answer')
            throw new NoAnswer('not-our-answer', 200, { cause })
          throw cause
        })
      },
      onStall,
      signal,
    )

/** What the server can choose by; stands and channels stand inside the seals. */
export function queryOf({ petitions, from, to, fresh }: ExportFilter, after: string | null): string {
  const query = new URLSearchParams()
  if (petitions) query.set('petitions', petitions.join(','))
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  if (fresh) query.set('fresh', '1')
  if (after !== null) query.set('after', after)
  return query.toString()
}

/** A page of sealed envelopes as it came: no thread but the one that wants it reads it. */
export const fetchPageBytes = (
  session: Session,
  campaign: string,
  query: string,
  signal: AbortSignal,
): Promise<ArrayBuffer> =>
  session.patient(() => fetchBytes(`${pathOf(CONSOLE_ROUTES.envelopes, { campaign })}?${query}`, signal), signal)

async function fetchBytes(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  let response: Response
  try {
    response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', signal })
    if (response.ok) return await response.arrayBuffer()
  } catch (cause) {
    if (signal.aborted) throw signal.reason ?? cause
    throw new NoAnswer('network', null, { cause })
  }
  // Not 2xx: it throws what went wrong.
  await readAnswer(CONSOLE_ROUTES.envelopes, response)
  throw new NoAnswer('not-our-answer', response.status)
}

/** Some seconds, or until the network is back. */
const aWhile = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, TRY_AGAIN_MS)
    addEventListener('online', () => resolve(), { once: true, signal })
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
