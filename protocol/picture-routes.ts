import * as z from 'zod/mini'
import { Language } from './act.ts'
import { Slug } from './ids.ts'
import { PictureHash } from './picture.ts'
import { route } from './route.ts'

// Pictures that editors bring: what link previews show of a page, and a campaign's logo. They are served to anyone at
// `picturePath` (picture.ts); only here are they put. Which bytes may be: `lookAt` (picture-bytes.ts).

/** `petition` null: the campaign's own page. A card stands in one language, since words are drawn on it. */
export const PictureUse = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('card'), petition: z.nullable(Slug), language: Language }),
  z.strictObject({ for: z.literal('logo') }),
  z.strictObject({ for: z.literal('case') }),
])

export const PICTURE_ROUTES = {
  /**
   * `bytes`: base64url without padding, of a PNG, for a card of a JPEG as well, for a logo of an SVG, for a case of a WebP or JPEG. A card is in use at
   * once; a logo is once the campaign's theme names it. The same bytes again are the same picture. Sides in px (of an SVG: of its viewBox, rounded).
   * Refused: `unknown-campaign`, `unknown-petition`, `too-large`, `not-a-picture`, `wrong-picture-size`, `active-picture`.
   */
  put: route({
    method: 'PUT',
    path: '/api/v1/console/campaigns/:campaign/pictures',
    who: 'coordinator',
    roles: ['admin', 'editor'],
    audit: 'picture-put',
    body: z.strictObject({ use: PictureUse, bytes: z.string() }),
    answer: z.object({
      picture: PictureHash,
      type: z.enum(['png', 'svg', 'webp', 'jpg']),
      width: z.int(),
      height: z.int(),
    }),
  }),
} as const

export type PictureUse = z.infer<typeof PictureUse>
