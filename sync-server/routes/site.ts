import type { FastifyInstance } from 'fastify'
import type { SiteOutline } from '../../src/petition/pages/render-contract.ts'
import type { Store } from '../store/store.ts'
import { sendTagged } from '../tagged.ts'
import { SHELL_THEME } from '../template.ts'
import { themeStyles } from '../theme-styles.ts'

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
  app.get(SHELL_THEME, async (request, reply) =>
    sendTagged(request, reply, CSS, themeStyles((await shown())?.theme)?.css ?? ''),
  )

  app.get('/theme-:hash.css', async (request, reply) => {
    const styles = themeStyles((await shown())?.theme)
    // A page of yesterday asks for yesterday's look; today's is better than none.
    if (styles?.path !== request.url.replace(/\?.*/s, '')) return sendTagged(request, reply, CSS, styles?.css ?? '')
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(CSS).send(styles.css)
  })
}
