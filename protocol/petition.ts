import * as z from 'zod/mini'
import { Slug } from './ids.ts'
import { LocalText } from './local-text.ts'
import { PictureHash } from './picture.ts'

// One case, as everyone may read it. Not strict, like the campaign around it.

export const PetitionState = z.enum(['draft', 'open', 'closed', 'delivered', 'won'])

export const CalendarDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))

/** Of a goal, and of what was delivered. */
export const MOST_SIGNATURES = 100_000_000

/** The project's own line drawings, until an editor brings a photograph. */
export const Drawing = z.enum(['window', 'drum', 'flute'])

const LetterRules = z.object({
  rules: z.array(LocalText),
  /** Where somebody can send a letter that they print themselves, line by line; of an authority. */
  address: z.optional(z.string()),
  email: z.optional(z.string()),
})

/** When a case was handed over, to whom, and how many valid signatures went with it, where that was told. */
export const Delivered = z.object({
  date: CalendarDate,
  to: LocalText,
  signatures: z.optional(z.int().check(z.gte(1), z.lte(MOST_SIGNATURES))),
})

export const Petition = z.object({
  id: Slug,
  state: PetitionState,
  /** The person's name, the same in every language. */
  person: z.string(),
  country: LocalText,
  title: LocalText,
  /** One line for a card. */
  summary: LocalText,
  /** The month the text was checked against facts: "situation en mars 2025". */
  situation: CalendarDate,
  story: LocalText,
  problem: LocalText,
  actions: LocalText,
  demand: LocalText,
  addressee: LocalText,
  drawing: Drawing,
  drawingAlt: LocalText,
  /** A photograph that an editor brought, shown in place of the drawing. Sides in px, for the room that it will take. */
  picture: z.optional(
    z.object({ picture: PictureHash, type: z.enum(['webp', 'jpg']), width: z.int(), height: z.int(), alt: LocalText }),
  ),
  /** The editor's own first goal; past it, and without it, goals grow by themselves (`nextGoal`). */
  goal: z.optional(z.int().check(z.gte(1), z.lte(MOST_SIGNATURES))),
  delivered: z.optional(Delivered),
  letters: z.object({ person: z.nullable(LetterRules), authority: z.nullable(LetterRules) }),
  /** Newest first. */
  updates: z.array(z.object({ date: CalendarDate, title: LocalText, text: LocalText })),
})

export type LetterRules = z.infer<typeof LetterRules>
export type PetitionState = z.infer<typeof PetitionState>
export type Petition = z.infer<typeof Petition>
export type Drawing = z.infer<typeof Drawing>
