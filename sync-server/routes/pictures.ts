import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { fromBase64url } from '../../protocol/base64url.ts'
import { PictureHash } from '../../protocol/picture.ts'
import { lookAt, MAX_CARD_BYTES } from '../../protocol/picture-bytes.ts'
import { PICTURE_ROUTES } from '../../protocol/picture-routes.ts'
import { pictureHash } from '../picture-hash.ts'
import { Refusal } from '../refusal.ts'
import { parameter, serve } from '../serve.ts'
import type { Store } from '../store/store.ts'

/** A card as base64url in JSON, and what stands around it. */
const BODY_LIMIT = Math.ceil((MAX_CARD_BYTES * 4) / 3) + 1024

/** Where editors put pictures. */
export function pictureRoutes(room: FastifyInstance, { store }: { store: Store }): void {
  serve(
    room,
    PICTURE_ROUTES.put,
    async ({ use, bytes: text }, request) => {
      const bytes = fromBase64url(text)
      if (!bytes) throw new Refusal('not-this-shape')
      const look = lookAt(bytes, use.for)
      if (typeof look === 'string') throw new Refusal(look)
      const picture = pictureHash(bytes)
      const put = await store.putPicture(parameter(request, 'campaign'), use, picture, { type: look.type, bytes })
      if (put !== 'put') throw new Refusal(put)
      request.log.info({ campaign: parameter(request, 'campaign'), picture, for: use.for }, 'picture put')
      return { picture, ...look }
    },
    { bodyLimit: BODY_LIMIT },
  )
}

const TYPES: Record<string, string> = {
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml; charset=utf-8',
}

/** Pictures as anyone sees them. The address holds the hash of the bytes, so that they may be kept for ever. */
export async function pictureFiles(app: FastifyInstance, { store }: { store: Store }): Promise<void> {
  app.get('/pictures/:name', async (request, reply) => {
    const [hash = '', type = '', ...more] = parameter(request, 'name').split('.')
    const known = more.length === 0 && type in TYPES && z.safeParse(PictureHash, hash).success
    const picture = known ? await store.picture(hash) : null
    if (!picture || picture.type !== type) throw new Refusal('not-found')
    // Opened by itself, a drawing is a document of our origin: it gets one of its own.
    const policy = `${reply.getHeader('content-security-policy')}; sandbox`
    return (
      reply
        .header('content-security-policy', policy)
        .header('cache-control', 'public, max-age=31536000, immutable')
        // Link previews are drawn in pages of other sites, too.
        .header('cross-origin-resource-policy', 'cross-origin')
        .type(TYPES[type] as string)
        .send(Buffer.from(picture.bytes))
    )
  })
}
