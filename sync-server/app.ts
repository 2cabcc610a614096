import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { CampaignContent } from '../protocol/campaign.ts'
import { type RandomBytes, systemRandom } from '../protocol/ids.ts'
import type { RenderPage, SiteOutline } from '../src/petition/pages/render-contract.ts'
import { Counters } from './counters.ts'
import { deviceApi } from './device-api.ts'
import { answerBrokenRequest, answerError, asRefusal } from './errors.ts'
import { securityHeaders, sendSecurityHeaders } from './headers.ts'
import { acceptJson, BODY_LIMIT } from './json-body.ts'
import { type LogOptions, logAnswers, loggerOptions } from './logging.ts'
import type { Limits } from './plausible.ts'
import { readPreloads } from './preloads.ts'
import type { Price } from './price.ts'
import { consoleRoutes } from './routes/console.ts'
import { CSP_REPORT_URI, cspReportRoutes } from './routes/csp-reports.ts'
import { emptyRoutes } from './routes/empty.ts'
import { fileRoutes } from './routes/files.ts'
import { answerNothingThere, pageAnswerer, pageRoutes } from './routes/pages.ts'
import { pictureFiles } from './routes/pictures.ts'
import { siteRoutes } from './routes/site.ts'
import { countAnswers, watchRoutes } from './routes/watch.ts'
import { Sessions } from './sessions.ts'
import type { Store } from './store/store.ts'
import { readTemplate } from './template.ts'

export interface AppOptions {
  store: Store
  render: RenderPage
  outline: SiteOutline
  /** The built client: index.html, sw.js, assets. */
  clientDir: string
  /** The assets of builds before it, newest first; they need not exist. */
  previousDirs: readonly string[]
  /** The public address without a trailing slash. A function, because a port of 0 is known only after listening. */
  origin: () => string
  readSamples: () => Promise<CampaignContent[]>
  /** Proxies that are believed when they say where a request came from; none by default. */
  trustProxy?: string[]
  log: LogOptions
  /** Collects reports of policy violations at /csp: for tests. */
  cspReports?: boolean
  /** What proofs of work cost; the normal price by default. */
  price?: Price
  /** What is odd about a phone's batch; the usual limits by default. */
  limits?: Limits
  now?: () => number
  random?: RandomBytes
}

/** A device gives a full batch 30 s and a second for each 2 kB (design §5); the server waits a little longer. */
const REQUEST_MS = 160_000
/** A line that says nothing for so long is dead. */
const SILENCE_MS = 60_000

/** The whole server, without a port. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, render, outline, clientDir, origin, readSamples, log, now = Date.now, random = systemRandom } = options
  const reportUri = options.cspReports ? CSP_REPORT_URI : null
  const headers = securityHeaders(reportUri)
  const built = (name: string) => readFileSync(join(clientDir, name), 'utf8')
  const template = readTemplate(
    built('index.html'),
    readPreloads(built('.vite/manifest.json')),
    built,
    outline.withoutScript,
  )
  const answerPage = pageAnswerer({ store, render, template, origin, reportUri })
  const nothingThere = answerNothingThere(answerPage, outline)

  const answerFailure = async (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    asRefusal(error).reason === 'not-found' ? nothingThere(request, reply) : answerError(error, request, reply)

  const app = fastify({
    logger: loggerOptions(log),
    // Our own line per answer holds less: see logging.ts.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy?.length ? options.trustProxy : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    connectionTimeout: SILENCE_MS,
    routerOptions: { ignoreTrailingSlash: true },
    // Paths that cannot be read never reach the hooks, so they get their headers here.
    frameworkErrors: (error, request, reply) => void answerFailure(error, request, reply.headers(headers)),
    clientErrorHandler: answerBrokenRequest(headers),
  })
  app.setErrorHandler(answerFailure)
  app.setNotFoundHandler(nothingThere)
  sendSecurityHeaders(app, headers)
  logAnswers(app)
  const counters = new Counters()
  countAnswers(app, counters)
  acceptJson(app)

  await fileRoutes(app, clientDir, options.previousDirs)
  await app.register(cookie)
  const sessions = new Sessions({ store, origin, now, random })
  await app.register(deviceApi, {
    store,
    now,
    counters,
    isCoordinator: (request) => sessions.isOpen(request),
    ...(options.price ? { price: options.price } : {}),
    ...(options.limits ? { limits: options.limits } : {}),
  })
  await app.register(consoleRoutes, { store, sessions, origin, now, readSamples })
  await app.register(emptyRoutes, { origin })
  await app.register(pictureFiles, { store })
  if (options.cspReports) await app.register(cspReportRoutes)
  await app.register(siteRoutes, { store, outline, origin })
  await app.register(watchRoutes, { store, counters, origin, proxied: Boolean(options.trustProxy?.length) })
  pageRoutes(app, answerPage, outline, template)
  return app
}
