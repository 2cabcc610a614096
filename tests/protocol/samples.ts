// Acts of every kind and a key, for tests of the protocol.
import type { ActBody } from '../../protocol/act.ts'
import type { EnvelopeHead } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { importOpeningKey, newSealingPair, type OpeningKey, rawPublicKey } from '../../protocol/opening.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'

export interface TestKey {
  publicKey: string
  jwk: JsonWebKey
  opening: OpeningKey
}

export async function newTestKey(): Promise<TestKey> {
  const pair = await newSealingPair()
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { publicKey: await rawPublicKey(pair.publicKey), jwk, opening: await importOpeningKey(jwk) }
}

const said = {
  v: 1 as const,
  consents: [
    { purpose: 'sign' as const, text: 'sign-1', language: 'fr', given: true },
    { purpose: 'news' as const, text: 'news-1', language: 'fr', given: false },
  ],
  at: '2026-11-22T14:02:07+00:00',
  clockInDoubt: false,
  channel: 'phone' as const,
}
const afi = { firstName: 'Afi', lastName: 'Mensah-Kœnig 👩🏾‍🏫', country: 'TG', phone: '+22890123456' }

export const BODIES: ActBody[] = [
  { ...said, kind: 'signature', person: afi },
  {
    ...said,
    kind: 'signature',
    channel: 'paper',
    stand: 'grand-marche',
    sheet: '12',
    person: { firstName: 'Kodjo', lastName: 'Ατλας', country: 'TG', town: 'Lomé', quarter: 'Bè' },
    drawn: 'AAECAwQF',
  },
  {
    ...said,
    kind: 'letter',
    to: 'person',
    from: { firstName: 'Afi', country: 'TG' },
    text: 'Chère Manahel,\n\nnous pensons à vous.',
  },
  { ...said, kind: 'join', person: afi, way: 'group', group: 'lome', codeOfConduct: 'conduct-1' },
  { ...said, kind: 'contact', person: { ...afi, email: 'afi@example.org' }, message: 'Bonjour !' },
]

const PETITIONS = {
  signature: ['joel-paredes', 'manahel-al-otaibi'],
  letter: ['joel-paredes'],
  join: [],
  contact: [],
}

export async function headFor(body: ActBody, key: string): Promise<EnvelopeHead> {
  const campaign = 'ecrire-pour-les-droits-2024'
  return {
    v: 1,
    suite: 'P256-SHA256-A256GCM',
    id: newUuid(),
    kind: body.kind,
    campaign,
    petitions: PETITIONS[body.kind],
    key,
    consent: 'sign-1',
    withdrawTag: await withdrawTag(campaign, newReceiptCode()),
  } as EnvelopeHead
}
