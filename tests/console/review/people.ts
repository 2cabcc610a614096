import type { ActBody, Person, SignatureBody } from '../../../protocol/act.ts'
import { SUITE } from '../../../protocol/envelope.ts'
import type { OpenedAct } from '../../../src/console/review/opened-act.ts'
import { CAMPAIGN, signature } from '../fixtures.ts'

// Acts as they come out of their envelopes, made without sealing anything.

export const HOME = { callingCode: '228', digits: 8 }

/** Ids in the order of their numbers. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

let last = 0

export interface Made {
  n?: number
  petitions?: string[]
  /** Seconds after the first. */
  after?: number
}

/** The later one made came later, if nothing else is said. */
export function opened<Body extends ActBody>(body: Body, { n = ++last, petitions, after = n }: Made = {}) {
  return {
    head: {
      v: 1,
      suite: SUITE,
      id: idOf(n),
      kind: body.kind,
      campaign: CAMPAIGN,
      petitions: petitions ?? (body.kind === 'signature' || body.kind === 'letter' ? ['joel'] : []),
      key: '0'.repeat(32),
      consent: 'signer-1',
      withdrawTag: `tag-${n}`,
    },
    receivedAt: new Date(Date.UTC(2026, 10, 22) + after * 1000).toISOString(),
    late: false,
    body,
  } as OpenedAct<Body>
}

/** A signer whose contact is given, or who has none but a place. */
export function signer(person: Partial<Person> & Pick<Person, 'firstName' | 'lastName'>, made: Made = {}) {
  const base = { country: 'TG', ...person }
  const reach = base.phone || base.email ? {} : { town: 'Lomé', quarter: 'Bè' }
  const body: SignatureBody = { ...signature(), person: { ...reach, ...base } }
  return opened(body, made)
}
