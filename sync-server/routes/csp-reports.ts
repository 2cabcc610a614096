import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readJson } from '../json-body.ts'

export const CSP_REPORT_URI = '/csp'

/** Reports are counted for ever and kept up to here. */
const KEPT = 100

/** For tests only (CSP_REPORT=1): violations inside workers show nowhere else. */
export async function cspReportRoutes(app: FastifyInstance): Promise<void> {
  let count = 0
  const reports: unknown[] = []
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/csp-report', 'application/reports+json'],
    { parseAs: 'buffer' },
    async (_: FastifyRequest, bytes: Buffer) => readJson(bytes),
  )
  app.post(CSP_REPORT_URI, async (request, reply) => {
    count++
    if (reports.length < KEPT) reports.push(request.body)
    return reply.code(204).send()
  })
  app.get(CSP_REPORT_URI, async () => ({ count, reports }))
}
