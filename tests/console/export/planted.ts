import type { ActBody, SignatureBody } from '../../../protocol/act.ts'
import { type EnvelopeHead, SUITE } from '../../../protocol/envelope.ts'
import type { OpenedAct, ReviewedSignature, Standing, StandingReason } from '../../../src/console/review/opened-act.ts'
import type { Unreadable } from '../../../src/console/tally.ts'
import { en } from '../../../src/i18n/en/console-export.ts'
import { fr } from '../../../src/i18n/fr/console-export.ts'
import { contact, letter, signature } from '../fixtures.ts'

// Some sixty acts of which everything is known: what each file says of them has to be exactly this.

export const titles = { joel: 'Justice pour Joel', manahel: 'Liberté pour Manahel' }
export const stands = { 'lome-marche': 'Grand marché' }
export const french = { words: fr, titles, stands }
export const english = { words: en, titles: { joel: 'Justice for Joel', manahel: 'Freedom for Manahel' }, stands }

/** Names that a file could lose, break on, or let a spreadsheet compute. */
export const HOSTILE = [
  '=HYPERLINK("http://x";"y")',
  '+1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(A1)',
  '＝1+1',
  'dit "le Grand"; Lomé, Bè',
  'deux\nlignes',
  'deux\r\nlignes',
  "O'Brien",
  '007',
  '3-4',
  '1E5',
  'constructor',
  '__proto__',
  '_x0041_',
  'Ama Ɖɔ̃ŋgbɛ Ƒʋegbe',
  'محمد العتيبي',
  '李小龍',
  '\u202eRTL',
  'a\u0001b',
  '<script>alert(1)</script> & co',
  '👩🏾‍🌾',
  'e\u0301 et é',
  'x\u2028y',
] as const

let last = 0
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export function opened<Body extends ActBody>(body: Body, more: Partial<OpenedAct> = {}): OpenedAct<Body> {
  const n = ++last
  const head = {
    v: 1,
    suite: SUITE,
    id: idOf(n),
    kind: body.kind,
    campaign: 'ecrire-2024',
    petitions: body.kind === 'signature' ? ['joel'] : body.kind === 'letter' ? ['joel'] : [],
    key: '0'.repeat(32),
    consent: 'signer-1',
    withdrawTag: 'A'.repeat(43),
    ...more.head,
  } as EnvelopeHead
  const day = String(20 + (n % 3)).padStart(2, '0')
  return {
    receivedAt: `2026-11-${day}T15:00:${String(n % 60).padStart(2, '0')}.250Z`,
    late: false,
    ...more,
    head,
    body,
  }
}

export const join = (): Extract<ActBody, { kind: 'join' }> => {
  const { person, consents, at, clockInDoubt, channel } = signature({ email: 'afi@example.org' })
  return {
    v: 1,
    kind: 'join',
    person,
    consents,
    at,
    clockInDoubt,
    channel,
    way: 'group',
    group: 'lome',
    codeOfConduct: 'code-1',
    declared: [
      { about: 'code-of-conduct', text: 'code-1', language: 'fr', said: 'J’ai lu le code de conduite.' },
      { about: 'age', text: 'age-16', language: 'fr', said: 'J’ai 16 ans ou plus.' },
    ],
    message: '=1+1',
  }
}

export interface Planted {
  acts: OpenedAct[]
  signatures: ReviewedSignature[]
  unreadable: { id: string; why: Unreadable }[]
}

export function planted(): Planted {
  last = 0
  const acts: OpenedAct[] = []
  const signatures: ReviewedSignature[] = []
  const sign = (
    body: SignatureBody,
    petitions: string[],
    standing: Standing,
    reason: StandingReason,
    like: string | null,
  ) => {
    const act = opened(body, { head: { petitions } as EnvelopeHead })
    acts.push(act)
    for (const petition of petitions) signatures.push({ act, petition, standing, reason, like })
    return act
  }
  const both = ['joel', 'manahel']
  for (const [i, name] of HOSTILE.entries()) {
    const body = signature({ lastName: name, phone: `+2289012${String(i).padStart(4, '0')}`, town: `00${i}` })
    sign({ ...body, ...(i % 2 ? { stand: 'lome-marche', channel: 'stand' } : {}) }, both, 'valid', 'first', null)
  }
  for (let i = 0; i < 10; i++) {
    const first = sign(signature({ firstName: `Kossi ${i}`, phone: `+2289100000${i}` }), both, 'valid', 'first', null)
    sign(first.body as SignatureBody, ['joel'], 'duplicate', 'same-contact', first.head.id)
  }
  const resembled = acts[0]?.head.id ?? null
  for (let i = 0; i < 4; i++)
    sign(signature({ firstName: `Autre ${i}` }), ['manahel'], 'to-review', 'same-contact-other-name', resembled)
  for (let i = 0; i < 2; i++) sign(signature({ firstName: 'xxx' }), ['joel'], 'suspicious', 'implausible-name', null)
  sign(signature({ firstName: 'Non' }), ['joel'], 'rejected', 'decided', null)
  acts.push(opened(contact()), opened(letter(), { late: true }), opened(join()))
  const unreadable = (['no-key', 'wrong-key', 'not-readable'] as const).map((why, i) => ({ id: idOf(900 + i), why }))
  return { acts, signatures, unreadable }
}
