import type { Person } from '../../../protocol/act.ts'
import { fold } from './fold.ts'
import type { StandingReason } from './opened-act.ts'

// What nobody is called, and where nobody can be reached. Plain rules, for the screen shows them; each only asks a person to look.

export type Suspicion = Extract<StandingReason, 'implausible-name' | 'implausible-contact' | 'many-at-once'>

/** One number or address with more names than this on one petition is many at once: more than a family shares. */
export const MOST_NAMES = 10

const ADDRESS = /https?:|www\.|@|\.(?:com|org|net|fr|tg)\b/i
const REPEATED = /(\p{L})\1{3}/iu
const KEYBOARD = new Set(['azerty', 'qwerty', 'qwertz', 'asdf', 'qsdf', 'test', 'abc', 'abcd', 'xyz'])

/** Digits, an address, no letter at all, one letter four times in a row or nothing but it, a row of the keyboard, two initials only. */
export function implausibleName({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): boolean {
  const both = `${firstName} ${lastName}`
  if (/\p{N}/u.test(both) || ADDRESS.test(both) || REPEATED.test(both)) return true
  const words = fold(both).split(' ')
  const letters = words.join('')
  if (!/\p{L}/u.test(letters)) return true
  // Scripts without an alphabet write a name in two signs.
  if (/^[a-z]+$/.test(letters) && letters.length > 2 && new Set(letters).size === 1) return true
  return (/^[a-z]+$/.test(letters) && letters.length <= 2) || words.some((word) => KEYBOARD.has(word))
}

const NO_DOMAIN = /@(?:example\.\w+|test\.\w+|[^@]+\.(?:test|invalid|example|localhost))$/i

/** A number whose last eight digits are all the same or count up or down; an address of a domain that nobody has (RFC 2606). */
export function implausibleContact({ phone, email }: Pick<Person, 'phone' | 'email'>): boolean {
  if (email && NO_DOMAIN.test(email)) return true
  if (!phone) return false
  const digits = [...phone.slice(-8)].map(Number)
  const steps = new Set(digits.slice(1).map((digit, i) => digit - (digits[i] as number)))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0] as number)
}
