import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { ENDING_ROUTES } from '../../protocol/ending-routes.ts'
import { HAVE } from '../../protocol/have.ts'
import { Slug } from '../../protocol/ids.ts'
import { OVERVIEW_ROUTES } from '../../protocol/overview-routes.ts'
import { PICTURE_ROUTES } from '../../protocol/picture-routes.ts'
import { CHALLENGE } from '../../protocol/proof.ts'
import { QUARANTINE_ROUTES } from '../../protocol/quarantine-routes.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { DUMP_ROUTES } from '../../protocol/sealed-dump.ts'
import { ENROL, STAND_NOW } from '../../protocol/stand.ts'
import { STAND_ROUTES } from '../../protocol/stand-routes.ts'
import { themeRules } from '../../protocol/theme-rules.ts'
import type { RenderPage, SiteOutline } from '../../src/petition/pages/render-contract.ts'
import { answerError, sendRefusal } from '../errors.ts'
import { contentPolicy } from '../headers.ts'
import { Refusal } from '../refusal.ts'
import { parameter } from '../serve.ts'
import type { Store } from '../store/store.ts'
import { sendTagged } from '../tagged.ts'
import type { Template } from '../template.ts'

export interface PageOptions {
  store: Store
  render: RenderPage
  template: Template
  origin: () => string
  /** Where violations of a page's policy are told; null where nobody asks. */
  reportUri: string | null
}

const HTML = 'text/html; charset=utf-8'

export type AnswerPath = (path: string, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Renders a path of the public site, whether or not it exists. Only paths that were put together here reach the page. */
export function pageAnswerer({ store, render, template, origin, reportUri }: PageOptions): AnswerPath {
  return async (path, request, reply) => {
    try {
      const record = await store.shownCampaign()
      const counts = record ? await store.counts(record) : {}
      const campaign = record?.published ?? null
      const rendered = await render({ path, origin: origin(), campaign, counts, cards: record?.cards ?? {} })
      const { html, stylesHash } = template.page(rendered, themeRules(campaign?.theme))
      reply.header('content-security-policy', contentPolicy(reportUri, stylesHash))
      return rendered.status === 200
        ? sendTagged(request, reply, HTML, html)
        : reply.code(rendered.status).header('cache-control', 'no-store').type(HTML).send(html)
    } catch (error) {
      return answerError(error, request, reply)
    }
  }
}

export function pageRoutes(
  app: FastifyInstance,
  answer: AnswerPath,
  { addresses, moved, prefixes }: SiteOutline,
  template: Template,
): void {
  for (const address of addresses)
    app.get(address, (request, reply) => {
      if (!address.includes(':slug')) return answer(address, request, reply)
      const slug = z.safeParse(Slug, parameter(request, 'slug'))
      const path = slug.success ? address.replace(':slug', slug.data) : missing(languageOf(address, prefixes))
      return answer(path, request, reply)
    })
  // The browser takes the receipt's code along, which stands behind the # and never comes here.
  for (const [from, to] of Object.entries(moved))
    app.get(from, (request, reply) => {
      const slug = z.safeParse(Slug, from.includes(':slug') ? parameter(request, 'slug') : 'none')
      return slug.success
        ? reply.redirect(to.replace(':slug', slug.data), 301)
        : answer(missing(languageOf(from, prefixes)), request, reply)
    })
  const shell = async (request: FastifyRequest, reply: FastifyReply) => sendTagged(request, reply, HTML, template.shell)
  for (const path of ['/stand', '/console', '/console/*', '/index.html']) app.get(path, shell)
}

const missing = (prefix: string) => `${prefix}/404`

/** What a path begins with, for its language. */
const languageOf = (path: string, prefixes: readonly string[]): string =>
  prefixes.find((it) => it && path.startsWith(`${it}/`)) ?? ''

/** A word for programs, a page for people. */
export function answerNothingThere(answer: AnswerPath, { prefixes }: SiteOutline) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.replace(/\?.*/s, '')
    if (path.startsWith('/api/')) return answerMissingRoute(path, reply)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads || path.startsWith('/assets/')) return sendRefusal(reply, new Refusal('not-found'))
    return answer(missing(languageOf(path, prefixes)), request, reply)
  }
}

function answerMissingRoute(path: string, reply: FastifyReply): FastifyReply {
  const all = [
    ...Object.values(ROUTES),
    HAVE,
    ENROL,
    STAND_NOW,
    ...Object.values(CONSOLE_ROUTES),
    ...Object.values(STAND_ROUTES),
    ...Object.values(QUARANTINE_ROUTES),
    CHALLENGE,
    ...Object.values(OVERVIEW_ROUTES),
    ...Object.values(EDIT_ROUTES),
    ...Object.values(DUMP_ROUTES),
    ...Object.values(PICTURE_ROUTES),
    ...Object.values(ENDING_ROUTES),
  ]
  const here = all.filter((route) => pattern(route.path).test(path))
  if (here.length === 0) return sendRefusal(reply, new Refusal('not-found'))
  reply.header('allow', [...new Set(here.map((route) => route.method))].join(', '))
  return sendRefusal(reply, new Refusal('wrong-method'))
}

const pattern = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
