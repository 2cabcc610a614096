import * as z from 'zod/mini'
import { Base64urlOf, KeyId, type RandomBytes, Slug, systemRandom, Uuid } from './ids.ts'
import { CalendarDate } from './petition.ts'
import { route } from './route.ts'
import { PublicKey } from './sealing-key.ts'

// A stand, and how a tablet is enrolled for it (design §4). Apart from routes.ts, so that a phone does not download it.

/** A place and time where volunteers canvass. `petitions`: the cases it asks for. */
export const Stand = z.object({
  id: Slug,
  campaign: Slug,
  name: z.string(),
  place: z.string(),
  from: CalendarDate,
  to: CalendarDate,
  petitions: z.array(Slug),
})

/** Twelve Crockford letters (no I, L, O, U), 60 random bits: short-lived, of limited uses, and asked of the server only. */
export const EnrolCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/))

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const newEnrolCode = (random: RandomBytes = systemRandom): string =>
  Array.from(random(12), (byte) => LETTERS.charAt(byte & 31)).join('')

/** As people read it: `7KQF-2M8D-XT4P`. */
export const formatEnrolCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** What a person typed to a code; null where it is not one. Case, spaces and dashes do not count; O, I, L are 0, 1, 1. */
export function parseEnrolCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return z.safeParse(EnrolCode, code).success ? code : null
}

/** The fragment of the link and QR code `/stand#…`: the code, and the id (`keyIdOf`) of the campaign's root. */
export const enrolFragment = (code: string, root: string): string => `${code}.${root}`

const EnrolFragment = z.object({ code: EnrolCode, root: KeyId })

/** Null where it is not one. */
export function readEnrolFragment(fragment: string): { code: string; root: string } | null {
  const [code, root, ...rest] = fragment.replace(/^#/, '').split('.')
  const read = z.safeParse(EnrolFragment, { code, root })
  return read.success && rest.length === 0 ? read.data : null
}

/** What the tablet signs with its new key, so that nobody enrols a key that is not theirs. */
export const enrolStatement = (code: string, device: string, key: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(['paraphe/enrol/1', code, device, key]))

/**
 * Asked twice with the same code, device and key it answers the same, and uses the code up once: the first answer may be lost.
 * Refused: `unknown-code`, `used-code`, `expired-code`, `wrong-signature`, `revoked-device`, `too-many`.
 */
export const ENROL = route({
  method: 'POST',
  path: '/api/v1/devices',
  who: 'anyone',
  /** `signature`: ECDSA P-256 with SHA-256 over `enrolStatement`, 64 bytes r‖s (IEEE P1363). */
  body: z.strictObject({ code: EnrolCode, device: Uuid, key: PublicKey, signature: Base64urlOf(64) }),
  /** `tablet`: 1 for the stand's first. `root`: what to pin. */
  answer: z.object({ stand: Stand, tablet: z.int().check(z.gte(1)), root: PublicKey }),
})

/**
 * The stand as the coordinators see it now; an enrolled tablet asks for it now and then (its dates and cases may have changed).
 * Signed like a batch over the body's bytes (device.ts). Refused: `signature-needed`, `wrong-signature`, `revoked-device`, and
 * `unknown-stand` where no stand has it: the server may be an older copy that forgot it. None of these ends anything on the tablet.
 */
export const STAND_NOW = route({
  method: 'POST',
  path: '/api/v1/devices/:device/stand',
  who: 'anyone',
  body: z.strictObject({ v: z.literal(1), device: Uuid, at: z.string().check(z.maxLength(40)) }),
  answer: z.object({ stand: Stand, tablet: z.int().check(z.gte(1)), root: PublicKey }),
})

export type Stand = z.infer<typeof Stand>
