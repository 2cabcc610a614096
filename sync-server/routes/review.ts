import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Uuid } from '../../protocol/ids.ts'
import type { Decision, ExportRun } from '../../protocol/review-routes.ts'
import { REVIEW_ROUTES } from '../../protocol/review-routes.ts'
import { note } from '../audit.ts'
import { parseOr, Refusal } from '../refusal.ts'
import { parameter, serve } from '../serve.ts'
import type { Sessions } from '../sessions.ts'
import type { DecisionRecord, ExportRecord } from '../store/review-store.ts'
import type { Store } from '../store/store.ts'

interface ReviewRoutesOptions {
  store: Store
  sessions: Sessions
}

/** Decisions, export runs and withdrawals by id, in the coordinators' room. */
export function reviewRoutes(room: FastifyInstance, { store, sessions }: ReviewRoutesOptions): void {
  const caller = async (request: FastifyRequest) => (await sessions.current(request)).name
  const known = async (request: FastifyRequest) => {
    const campaign = parameter(request, 'campaign')
    if (!(await store.campaign(campaign))) throw new Refusal('unknown-campaign')
    return campaign
  }

  serve(room, REVIEW_ROUTES.decisions, async (_, request) =>
    (await store.decisions(await known(request))).map(decisionView),
  )

  serve(room, REVIEW_ROUTES.decide, async ({ decisions }, request) => {
    const campaign = await known(request)
    const stand = await store.decide(campaign, await caller(request), decisions)
    request.log.info({ campaign, asked: decisions.length, stand: stand.length }, 'decided')
    return stand.map(decisionView)
  })

  serve(room, REVIEW_ROUTES.exports, async (_, request) => (await store.exports(await known(request))).map(exportView))

  serve(room, REVIEW_ROUTES.beginExport, async ({ filter, envelopes }, request) => {
    const campaign = await known(request)
    const run = runOf(request)
    const begun = orRefuse(await store.beginExport(campaign, { run, filter, envelopes, by: await caller(request) }))
    request.log.info({ campaign, run, envelopes }, 'export begun')
    return exportView(begun)
  })

  serve(room, REVIEW_ROUTES.recordExport, async ({ ids }, request) =>
    exportView(orRefuse(await store.recordExport(await known(request), runOf(request), ids))),
  )

  serve(room, REVIEW_ROUTES.confirmExport, async ({ confirmed }, request) => {
    const campaign = await known(request)
    const run = runOf(request)
    const record = orRefuse(await store.confirmExport(campaign, run, await caller(request), confirmed))
    if (!confirmed) note(request, { what: 'export-not-safe' })
    request.log.info({ campaign, run, confirmed }, 'export confirmed')
    return exportView(record)
  })

  serve(room, REVIEW_ROUTES.withdrawn, async (_, request) => {
    const { since, envelopes } = await store.withdrawnSinceExport(await known(request))
    return { since: isoOrNull(since), envelopes }
  })

  serve(room, REVIEW_ROUTES.withdrawEnvelope, async (_, request) => {
    const campaign = await known(request)
    const envelope = parseOr(Uuid, parameter(request, 'envelope'), 'unknown-record')
    const tag = await store.tagOf(campaign, envelope)
    if (tag === null) throw new Refusal('unknown-record')
    await store.withdraw(campaign, tag)
    request.log.info({ campaign, envelope }, 'withdrawn by a coordinator')
    return undefined
  })
}

const runOf = (request: FastifyRequest): string => parseOr(Uuid, parameter(request, 'run'), 'unknown-record')

function orRefuse(answer: 'unknown-record' | 'wrong-export' | ExportRecord): ExportRecord {
  if (typeof answer === 'string') throw new Refusal(answer)
  return answer
}

const iso = (at: number) => new Date(at).toISOString()
const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

const decisionView = ({ at, ...decision }: DecisionRecord): Decision => ({ ...decision, at: iso(at) })

const exportView = ({ at, confirmedAt, ...run }: ExportRecord): ExportRun => ({
  ...run,
  at: iso(at),
  confirmedAt: isoOrNull(confirmedAt),
})
