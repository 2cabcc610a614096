import * as z from 'zod/mini'
import { Slug } from './ids.ts'
import { MAX_LETTER, MAX_MESSAGE, MAX_NAME, MAX_PLACE } from './limits.ts'

// What one person leaves in one go, as it stands inside the seal. Texts are kept as they were typed (only trimmed):
// normalising for comparison happens after opening, where a person can look at both.

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))

/** ISO 3166-1 alpha-2. */
export const Country = z.string().check(z.regex(/^[A-Z]{2}$/))

/** E.164: `+`, country code, at most fifteen digits. */
export const Phone = z.string().check(z.regex(/^\+[1-9][0-9]{6,14}$/))

/** Looks like an address; whether it exists only a letter could tell. */
export const Email = z.string().check(z.trim(), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/))

export const Language = z.string().check(z.regex(/^[a-z]{2,3}$/))

/** A person, with at least one way to tell two of the same name apart: phone, e-mail, or town and quarter. */
export const Person = z
  .strictObject({
    firstName: text(MAX_NAME),
    lastName: text(MAX_NAME),
    country: Country,
    phone: z.optional(Phone),
    email: z.optional(Email),
    town: z.optional(text(MAX_PLACE)),
    quarter: z.optional(text(MAX_PLACE)),
  })
  .check(z.refine((p) => Boolean(p.phone || p.email || (p.town && p.quarter))))

/**
 * sign, letter, join, contact: what that act itself needs · news: by e-mail · calls: calls, SMS, WhatsApp · public-name: the
 * first name may be shown.
 */
export const ConsentPurpose = z.enum(['sign', 'letter', 'join', 'contact', 'news', 'calls', 'public-name'])

/** One consent, given or refused, with the text that was read (its id is a version) and the language it was read in. */
export const ConsentGiven = z.strictObject({
  purpose: ConsentPurpose,
  text: Slug,
  language: Language,
  given: z.boolean(),
})

/** Local time with its offset, to the second: `2026-11-22T14:02:07+00:00`. */
export const LocalTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/))

/** A drawn signature: base64url of compact strokes, at most 8 KiB of bytes. */
const Drawn = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(Math.ceil((8 * 1024 * 4) / 3)))

const common = {
  v: z.literal(1),
  consents: z.array(ConsentGiven).check(z.minLength(1), z.maxLength(10)),
  at: LocalTime,
  clockInDoubt: z.boolean(),
  channel: z.enum(['phone', 'stand', 'paper']),
  stand: z.optional(Slug),
}

export const SignatureBody = z.strictObject({
  ...common,
  kind: z.literal('signature'),
  person: Person,
  drawn: z.optional(Drawn),
  sheet: z.optional(text(40)),
})

export const LetterBody = z.strictObject({
  ...common,
  kind: z.literal('letter'),
  to: z.enum(['person', 'authority']),
  from: z.strictObject({ firstName: text(MAX_NAME), lastName: z.optional(text(MAX_NAME)), country: Country }),
  text: text(MAX_LETTER),
})

/**
 * A box beside the consents that had to be ticked: the code of conduct, or a least age. `text`: its version, the code's id or `age-`
 * and the years; `said`: the sentence at the box, whose words belong to the app and not to the campaign.
 */
export const Declared = z.strictObject({
  about: z.enum(['code-of-conduct', 'age']),
  text: Slug,
  language: Language,
  said: text(200),
})

export const JoinBody = z.strictObject({
  ...common,
  kind: z.literal('join'),
  person: Person,
  way: z.enum(['group', 'individual']),
  group: z.optional(Slug),
  codeOfConduct: Slug,
  /** Absent in requests of earlier versions, which recorded the code's id alone. */
  declared: z.optional(z.array(Declared).check(z.minLength(1), z.maxLength(4))),
  message: z.optional(text(MAX_MESSAGE)),
})

export const ContactBody = z.strictObject({
  ...common,
  kind: z.literal('contact'),
  person: Person,
  message: text(MAX_MESSAGE),
})

export const ActBody = z.discriminatedUnion('kind', [SignatureBody, LetterBody, JoinBody, ContactBody])

export type Person = z.infer<typeof Person>
export type ConsentPurpose = z.infer<typeof ConsentPurpose>
export type ConsentGiven = z.infer<typeof ConsentGiven>
export type Declared = z.infer<typeof Declared>
export type SignatureBody = z.infer<typeof SignatureBody>
export type ActBody = z.infer<typeof ActBody>
