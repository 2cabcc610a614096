import type { FastifyInstance } from 'fastify'
import { themeRules } from '../../protocol/theme-rules.ts'
import type { SiteOutline } from '../../src/petition/pages/render-contract.ts'
import type { Store } from '../store/store.ts'
import { sendTagged } from '../tagged.ts'
import { SHELL_THEME } from '../template.ts'

const CSS = 'text/css; charset=utf-8'

export interface SiteOptions {
  store: Store
  outline: SiteOutline
  origin: () => string
}

/** What machines read of the site: how to install it, its map, who may read it; and the campaign's own styles. */
export async function siteRoutes(app: FastifyInstance, { store, outline, origin }: SiteOptions): Promise<void> {
  const shown = async () => (await store.shownCampaign())?.published ?? null

  for (const prefix of outline.prefixes)
    app.get(`${prefix}/app.webmanifest`, async (request, reply) =>
      sendTagged(
        request,
        reply,
        'application/manifest+json; charset=utf-8',
        JSON.stringify(outline.manifest(prefix, await shown())),
      ),
    )

  app.get('/sitemap.xml', async (request, reply) =>
    sendTagged(request, reply, 'application/xml; charset=utf-8', outline.sitemap(origin(), await shown())),
  )

  app.get('/robots.txt', async (request, reply) =>
    sendTagged(
      request,
      reply,
      'text/plain; charset=utf-8',
      `User-agent: *\nDisallow: /api/\nDisallow: /console\nDisallow: /stand\n\nSitemap: ${origin()}/sitemap.xml\n`,
    ),
  )

  // Empty where the campaign has no look of its own: a shell asks whether or not.
  app.get(SHELL_THEME, async (request, reply) => sendTagged(request, reply, CSS, themeRules((await shown())?.theme)))
}
