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

/** Fetches sealed pages as bytes, which a worker reads. Where the next one begins stands before them: it can be asked for meanwhile. */
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
  async (after: string | null, signal: AbortSignal): Promise<ComePage> => {
    const ask = () => session.patient(() => askForPage(campaign, queryOf(filter, after), signal), signal)
    let answer: Response | null = await patiently(ask, onStall, signal)
    const next = nextIn(answer.headers)
    const taken = () =>
      patiently(
        async () => {
          const came = answer ?? (await ask())
          // What broke off on its way is asked for again, whole.
          answer = null
          return take(await bytesOf(came, signal)).catch((cause) => {
            if (cause instanceof WorkerProblem && cause.problem === 'not-our-answer')
              throw new NoAnswer('not-our-answer', 200, { cause })
            throw cause
          })
        },
        onStall,
        signal,
      )
    return next === null ? taken() : { next, open: async () => (await taken()).open() }
  }

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
  session.patient(async () => bytesOf(await askForPage(campaign, query, signal), signal), signal)

/** Resolves when the answer begins. */
async function askForPage(campaign: string, query: string, signal: AbortSignal): Promise<Response> {
  const address = `${pathOf(CONSOLE_ROUTES.envelopes, { campaign })}?${query}`
  const response = await orNoAnswer(fetch(address, { credentials: 'same-origin', cache: 'no-store', signal }), signal)
  if (response.ok) return response
  // It throws what went wrong.
  await readAnswer(CONSOLE_ROUTES.envelopes, response)
  throw new NoAnswer('not-our-answer', response.status)
}

const bytesOf = (response: Response, signal: AbortSignal): Promise<ArrayBuffer> =>
  orNoAnswer(response.arrayBuffer(), signal)

const orNoAnswer = <T>(road: Promise<T>, signal: AbortSignal): Promise<T> =>
  road.catch((cause) => {
    if (signal.aborted) throw signal.reason ?? cause
    throw new NoAnswer('network', null, { cause })
  })

/** The cursor of the next page, as the answer's head says it (RFC 8288); null where it says none. */
function nextIn(headers: Headers): string | null {
  const [, query = ''] = /<\?([^>]*)>; rel="next"/.exec(headers.get('link') ?? '') ?? []
  return new URLSearchParams(query).get('after')
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
