import type { SignatureBody } from '../../../protocol/act.ts'
import { type HomeNumbers, readPhone } from '../../../protocol/phone.ts'
import { foldPlace, nameWords } from './fold.ts'
import type { OpenedAct } from './opened-act.ts'
import { implausibleContact, implausibleName, type Suspicion } from './suspicion.ts'

/** What a signed act is compared by: made once, however many petitions it signs. */
export interface Traits {
  act: OpenedAct<SignatureBody>
  /** Milliseconds. */
  receivedAt: number
  words: readonly string[]
  name: string
  /** Normalised phone and e-mail, told apart by their form: only one of them begins with `+`. */
  contacts: readonly string[]
  /** Name and place; null where the place was left out. */
  namedPlace: string | null
  suspicion: Suspicion | null
}

export function traitsOf(act: OpenedAct<SignatureBody>, home: HomeNumbers): Traits {
  const { person } = act.body
  const words = nameWords(person.firstName, person.lastName)
  const name = words.join(' ')
  return {
    act,
    receivedAt: Date.parse(act.receivedAt),
    words,
    name,
    contacts: contactsOf(person, home),
    namedPlace: person.town && person.quarter ? `${name} / ${foldPlace(person.town, person.quarter)}` : null,
    suspicion: implausibleName(person) ? 'implausible-name' : implausibleContact(person) ? 'implausible-contact' : null,
  }
}

export function contactsOf({ phone, email }: { phone?: string; email?: string }, home: HomeNumbers): string[] {
  const contacts: string[] = []
  if (phone) {
    const read = readPhone(phone, home)
    contacts.push('phone' in read ? read.phone : phone)
  }
  if (email) contacts.push(email.normalize('NFKC').trim().toLowerCase())
  return contacts
}

/** The order in which signatures came. Whoever came first counts, so that it must be the same at each opening. */
export const byArrival = (a: Traits, b: Traits): number =>
  a.receivedAt - b.receivedAt || (a.act.head.id < b.act.head.id ? -1 : a.act.head.id > b.act.head.id ? 1 : 0)
