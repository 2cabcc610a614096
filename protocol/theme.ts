import * as z from 'zod/mini'
import { LocalText } from './local-text.ts'
import { PictureHash } from './picture.ts'

// How a campaign looks, where it does not look like Paraphe. Everything may be left out. Whether two colours can be read is asked of
// `lowContrasts` (contrast.ts), and of nothing else.

/** `#rrggbb`, lower case. */
export const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/))

export const Theme = z.object({
  /** Stands beside the mark and under the icon of the installed app, instead of “Paraphe”. */
  name: z.optional(LocalText),
  /** A picture that this server holds (picture-routes.ts), drawn in place of the small mark. Sides in px, for their ratio. */
  logo: z.optional(z.object({ picture: PictureHash, type: z.enum(['svg', 'png']), width: z.int(), height: z.int() })),
  /** `accent`: what wants to be touched · `night`: the dark ground of the call to act and of the thank-you. */
  colours: z.optional(z.object({ accent: Colour, night: Colour })),
})

export type Theme = z.infer<typeof Theme>
export type ThemeColours = NonNullable<Theme['colours']>
