import type { Verdict } from '../../../protocol/review-routes.ts'
import { type Decisions, decisionKey } from './decisions.ts'
import { compatible } from './names.ts'
import type { ReviewedSignature, Standing, StandingReason } from './opened-act.ts'
import { MOST_NAMES } from './suspicion.ts'
import type { Traits } from './traits.ts'

// Design §4, Duplicates. Signatures are looked at in the order in which they came, each against those before it, so that the first
// counts; what a person decided stands above every rule.

/** Names that are compared under one number or address; beyond, only equal ones are found, and a page of forgeries stays cheap. */
const MOST_COMPARED = 50

/** A name under which a number or address, or a place, was given, and the signature that counts for it. */
interface Known {
  words: readonly string[]
  first: string
}

const BY_PERSON: Partial<Record<Verdict, Standing>> = { valid: 'valid', duplicate: 'duplicate', rejected: 'rejected' }

/** One petition's signatures with their standings. `signed` is in the order of arrival (`byArrival`), each envelope once. */
export function reviewPetition(petition: string, signed: readonly Traits[], decisions: Decisions): ReviewedSignature[] {
  const crowded = crowdedContacts(signed)
  const byContact = new Map<string, Map<string, Known>>()
  const byPlace = new Map<string, { any: string; without: string | null }>()

  return signed.map((it) => {
    const { act } = it
    const decided = BY_PERSON[decisions.get(decisionKey(act.head.id, petition)) as Verdict]
    const found = look(it)
    const [standing, reason]: [Standing, StandingReason] = decided ? [decided, 'decided'] : found.judged
    if (standing === 'duplicate') {
      if (found.like !== null) remember(it, found.like)
    } else if (standing === 'valid' || standing === 'to-review') remember(it, act.head.id)
    return { act, petition, standing, reason, like: found.like }
  })

  /** What the rules say, and whom it repeats or resembles. */
  function look(it: Traits): { judged: [Standing, StandingReason]; like: string | null } {
    const same = it.contacts.flatMap((contact) => known(byContact.get(contact), it) ?? [])
    const others = it.contacts.flatMap((contact) => firstOf(byContact.get(contact)) ?? [])
    const place = it.namedPlace === null ? undefined : byPlace.get(it.namedPlace)
    const here = it.contacts.length === 0 ? place?.any : place?.without
    const like = same[0] ?? others[0] ?? here ?? null
    if (it.suspicion) return { judged: ['suspicious', it.suspicion], like }
    if (it.contacts.some((contact) => crowded.has(contact))) return { judged: ['suspicious', 'many-at-once'], like }
    if (same.length > 0) return { judged: ['duplicate', 'same-contact'], like }
    if (others.length > 0) return { judged: ['to-review', 'same-contact-other-name'], like }
    if (here != null) return { judged: ['to-review', 'same-name-and-place'], like }
    return { judged: ['valid', 'first'], like: null }
  }

  /**
   * What comes later is compared with it, and would repeat `first`: itself, or the one that it repeats. What does not count and
   * repeats nothing is not remembered, or what it resembles would not count either.
   */
  function remember(it: Traits, first: string): void {
    for (const contact of it.contacts) {
      const names = byContact.get(contact) ?? new Map<string, Known>()
      if (!names.has(it.name)) names.set(it.name, { words: it.words, first })
      byContact.set(contact, names)
    }
    if (it.namedPlace === null) return
    const place = byPlace.get(it.namedPlace) ?? { any: first, without: null }
    if (it.contacts.length === 0) place.without ??= first
    byPlace.set(it.namedPlace, place)
  }
}

function known(names: Map<string, Known> | undefined, { name, words }: Traits): string | undefined {
  if (!names) return undefined
  const equal = names.get(name)
  if (equal) return equal.first
  let compared = 0
  for (const other of names.values()) {
    if (compared++ === MOST_COMPARED) return undefined
    if (compatible(other.words, words)) return other.first
  }
  return undefined
}

const firstOf = (names: Map<string, Known> | undefined): string | undefined => names?.values().next().value?.first

function crowdedContacts(signed: readonly Traits[]): Set<string> {
  const names = new Map<string, Set<string>>()
  for (const { contacts, name } of signed) {
    for (const contact of contacts) {
      const all = names.get(contact)
      if (all) all.add(name)
      else names.set(contact, new Set([name]))
    }
  }
  return new Set([...names].flatMap(([contact, all]) => (all.size > MOST_NAMES ? contact : [])))
}
