// Five hundred signatures of which everything is known: said by how they are made, and not by the rules that are to find it.
import type { Person, SignatureBody } from '../../protocol/act.ts'

export const CASES = ['joel-paredes', 'manahel-al-otaibi'] as const

export type Truth = 'valid' | 'duplicate' | 'to-review' | 'suspicious' | 'withdrawn' | 'unreadable'

export interface KnownSignature {
  truth: Truth
  petition: string
  person: Omit<Person, 'country'>
  channel: SignatureBody['channel']
  /** 0 or 1: which stand's tablet brought it; null: a phone. */
  stand: 0 | 1 | null
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu']
/** No two of them are compatible, and none has a doubled letter. */
const nameOf = (n: number) => {
  const word = [...String(1000 + n)].map((digit) => SYLLABLES[Number(digit)]).join('')
  return { firstName: `Wa${word.slice(2)}`, lastName: `Z${word}x` }
}
const phoneOf = (n: number) => `+2289${String(1_050_300 + n * 37).padStart(7, '0')}`
const emailOf = (n: number) => `w${n}@courrier.tg`

/** Each way in which one person signs twice. */
const AGAIN: ((n: number, p: { firstName: string; lastName: string }) => Omit<Person, 'country'>)[] = [
  (n, p) => ({ ...p, phone: phoneOf(n) }),
  (n, p) => ({
    firstName: p.firstName.toUpperCase(),
    lastName: ` ${p.lastName.toUpperCase()}`.trim(),
    phone: phoneOf(n),
  }),
  (n, p) => ({ firstName: p.lastName, lastName: p.firstName, phone: phoneOf(n) }),
  (n, p) => ({ firstName: `${p.firstName[0]}.`, lastName: p.lastName, phone: phoneOf(n) }),
  (n, p) => ({ firstName: `${p.firstName} Akosua`, lastName: p.lastName, phone: phoneOf(n) }),
  (n, p) => ({ ...p, phone: phoneOf(n + 5000), email: emailOf(n).toUpperCase() }),
  (n, p) => ({ firstName: p.firstName, lastName: p.lastName.replace('x', 'xx'), phone: phoneOf(n) }),
  (n, p) => ({ firstName: p.firstName, lastName: p.lastName.replace('x', 'k'), email: emailOf(n) }),
]

/** In the order in which they come: whoever is first counts. */
export function knownSignatures(): { first: KnownSignature[]; later: KnownSignature[] } {
  const place = { town: 'Kpalimé', quarter: 'Zomayi' }
  const known = (n: number, truth: Truth, person: Omit<Person, 'country'>): KnownSignature => ({
    truth,
    person,
    petition: CASES[n % 2] as string,
    channel: n % 4 === 2 ? 'phone' : n % 4 === 3 ? 'paper' : 'stand',
    stand: n % 4 === 2 ? null : n % 4 === 1 ? 1 : 0,
  })
  const first = Array.from({ length: 446 }, (_, n) => {
    const truth = n >= 443 ? 'unreadable' : n >= 438 ? 'withdrawn' : 'valid'
    const without = n >= 60 && n < 64
    return known(n, truth, { ...nameOf(n), ...(without ? place : { phone: phoneOf(n), email: emailOf(n) }) })
  })
  const later = [
    ...Array.from({ length: 40 }, (_, n) => known(n, 'duplicate', again(n))),
    ...Array.from({ length: 6 }, (_, i) => known(50 + i, 'to-review', { ...nameOf(800 + i), phone: phoneOf(50 + i) })),
    ...Array.from({ length: 4 }, (_, i) => known(60 + i, 'to-review', { ...nameOf(60 + i), ...place })),
    known(0, 'suspicious', { firstName: 'www.gagner.com', lastName: 'ici', phone: phoneOf(901) }),
    known(1, 'suspicious', { firstName: 'Yao2', lastName: 'Attiogbe', phone: phoneOf(902) }),
    known(2, 'suspicious', { firstName: 'Ama', lastName: 'Kpogo', phone: '+22812345678' }),
    known(3, 'suspicious', { firstName: 'zzzzzz', lastName: 'Amegan', phone: phoneOf(904) }),
  ]
  return { first, later }
}

const again = (n: number) => (AGAIN[n % AGAIN.length] as (typeof AGAIN)[number])(n, nameOf(n))
