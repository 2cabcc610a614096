import type { ActBody, SignatureBody } from '../../protocol/act.ts'
import { sha256Base64url } from '../../protocol/base64url.ts'
import { type EnvelopeHead, SUITE } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { importOpeningKey, type OpeningKey } from '../../protocol/opening.ts'
import { seal } from '../../protocol/seal.ts'
import type { Received } from '../../src/console/export-rows.ts'
import { makeKeys } from '../../src/console/key-ceremony.ts'

export const CAMPAIGN = 'ecrire-2024'

export const signature = (person: Partial<SignatureBody['person']> = {}): SignatureBody => ({
  v: 1,
  kind: 'signature',
  consents: [
    { purpose: 'sign', text: 'signer-1', language: 'fr', given: true },
    { purpose: 'news', text: 'nouvelles-1', language: 'fr', given: false },
  ],
  at: '2026-11-22T14:02:07+00:00',
  clockInDoubt: false,
  channel: 'phone',
  person: { firstName: 'Afi', lastName: 'Mensah', country: 'TG', phone: '+22890123456', ...person },
})

export const contact = (): ActBody => {
  const { person, consents, at, clockInDoubt, channel } = signature()
  return { v: 1, kind: 'contact', person, consents, at, clockInDoubt, channel, message: 'Bonjour' }
}

export const letter = (): ActBody => {
  const { person, consents, at, clockInDoubt, channel } = signature()
  const { firstName, country } = person
  return {
    v: 1,
    kind: 'letter',
    to: 'person',
    from: { firstName, country },
    text: 'Courage',
    consents,
    at,
    clockInDoubt,
    channel,
  }
}

export interface Post {
  keys: Map<string, OpeningKey>
  /** Seals an act as it would come from a phone. */
  post(body: ActBody, petitions?: string[]): Promise<Received>
}

/** A campaign with a key, and people who write to it. */
export async function openedPost(): Promise<Post> {
  const { keyFile, keys } = await makeKeys(CAMPAIGN, new Date(0))
  const opening = await Promise.all(keyFile.sealing.map((it) => importOpeningKey(it.jwk)))
  return {
    keys: new Map(opening.map((key) => [key.id, key])),
    async post(body, petitions = body.kind === 'signature' ? ['joel', 'manahel'] : []) {
      const head = {
        v: 1,
        suite: SUITE,
        id: newUuid(),
        kind: body.kind,
        campaign: CAMPAIGN,
        petitions,
        key: keys.sealingKey.id,
        consent: 'signer-1',
        withdrawTag: await sha256Base64url(newUuid()),
      } as EnvelopeHead
      const envelope = await seal(head, body, keys.sealingKey.publicKey)
      return { receivedAt: '2026-11-22T15:00:00.250Z', late: false, envelope }
    },
  }
}
