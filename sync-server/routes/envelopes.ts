import { constants } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import * as z from 'zod/mini'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { Slug, UtcTime } from '../../protocol/ids.ts'
import { note } from '../audit.ts'
import { GoingOn } from '../going-on.ts'
import { parseOr, Refusal } from '../refusal.ts'
import { parameter, queried, serve } from '../serve.ts'
import { callerOf } from '../sessions.ts'
import type { EnvelopeFilter } from '../store/review-store.ts'
import type { Store } from '../store/store.ts'

const PAGE_SIZE = 500
/** What is sealed is noise, of which every quality saves a quarter; the lowest takes a third of the time of the others' 5. */
const QUICKLY: NonNullable<RouteOptions['compress']> = {
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
}

/** Sealed pages, for whoever holds the key. The audit log has a line for what is opened or copied, and not one for each page of it. */
export function envelopeRoutes(room: FastifyInstance, { store }: { store: Store }): void {
  const goingOn = new GoingOn()

  const page = async (_: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const campaign = parameter(request, 'campaign')
    if (!(await store.campaign(campaign))) throw new Refusal('unknown-campaign')
    const filter = filterOf(request)
    if (queried(request, 'count') === '1') {
      note(request, { what: null })
      return { items: [], next: null, ...(await store.countEnvelopes(campaign, filter)) }
    }
    const [after, purpose] = [queried(request, 'after'), queried(request, 'for')]
    const found = await store.envelopes(campaign, after, PAGE_SIZE, filter)
    if (!found) throw new Refusal('not-this-shape')
    const { hash, name: who } = callerOf(request)
    const run = JSON.stringify([hash, campaign, filter, purpose])
    if (!goingOn.isNext(run, after)) {
      const { count, aside } = await store.countEnvelopes(campaign, filter)
      const what = purpose === 'copy' ? 'copy-begun' : 'opening-begun'
      await store.audit({ who, what, campaign, count: count + aside })
    }
    note(request, { what: null })
    goingOn.gave(run, after, found.next)
    if (found.next !== null) {
      const query = new URLSearchParams({ ...(request.query as Record<string, string>), after: found.next })
      reply.header('link', `<?${query}>; rel="next"`)
    }
    return found
  }
  serve(room, CONSOLE_ROUTES.envelopes, page, { compress: QUICKLY })
}

const Query = z.object({
  petitions: z.nullable(z.array(Slug).check(z.maxLength(100))),
  from: z.nullable(UtcTime),
  to: z.nullable(UtcTime),
  fresh: z.nullable(z.literal('1')),
})

function filterOf(request: FastifyRequest): EnvelopeFilter {
  const query = parseOr(
    Query,
    {
      petitions: queried(request, 'petitions')?.split(',') ?? null,
      from: queried(request, 'from'),
      to: queried(request, 'to'),
      fresh: queried(request, 'fresh'),
    },
    'not-this-shape',
  )
  const at = (time: string | null) => (time === null ? null : Date.parse(time))
  return { petitions: query.petitions, from: at(query.from), to: at(query.to), fresh: query.fresh === '1' }
}
