// A campaign whose truth is known: people are made up in Node, sealed as their phones would, and sent over HTTP.
import { writeFile } from 'node:fs/promises'
import type { ActBody, Person, SignatureBody } from '../../protocol/act.ts'
import { toBase64url } from '../../protocol/base64url.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { type Envelope, type EnvelopeHead, SUITE } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { pad, seal } from '../../protocol/seal.ts'
import { writeKeyFile } from '../../src/console/closed-key-file.ts'
import { makeKeys } from '../../src/console/key-ceremony.ts'
import type { KeyFile } from './coordinator.ts'
import { ask, CAMPAIGN, COORDINATOR } from './open-campaign.ts'
import type { TestServer } from './server.ts'

export interface Planted {
  key: KeyFile
  cookie: string
  /** Seals an act as it would come from a phone. */
  sealed: (body: ActBody, petitions: string[], code?: string) => Promise<Envelope>
  send: (...envelopes: Envelope[]) => Promise<void>
}

/** The key file is closed with a phrase of little work: what is tried out is not scrypt. */
export async function plantCampaign(server: TestServer, keyPath: string): Promise<Planted> {
  const token = new URL(server.setupLink).hash.slice(1)
  const setup = await ask(server, CONSOLE_ROUTES.setup, { body: { token, ...COORDINATOR } })
  const cookie = setup.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { keyFile, keys } = await makeKeys(CAMPAIGN, new Date())
  await ask(server, CONSOLE_ROUTES.publishKey, { cookie, body: keys })
  const phrase = 'six mots pour un essai rapide'
  await writeFile(keyPath, await writeKeyFile(keyFile, phrase, 10))
  const { id, publicKey } = keys.sealingKey
  return {
    key: { path: keyPath, phrase },
    cookie,
    async sealed(body, petitions, code = newReceiptCode()) {
      const head = {
        v: 1,
        suite: SUITE,
        id: newUuid(),
        kind: body.kind,
        campaign: CAMPAIGN,
        petitions: [...petitions].sort(),
        key: id,
        consent: 'sign-1',
        withdrawTag: await withdrawTag(CAMPAIGN, code),
      } as EnvelopeHead
      return seal(head, body, publicKey)
    },
    async send(...envelopes) {
      await sendPhoneBatch(server, envelopes)
    },
  }
}

/** More at once from a phone is looked at by a coordinator first (docs/abuse.md). */
const AT_ONCE = 40

/** As phones send: in batches, and all of it is taken. Answers which envelopes went in which batch. */
export async function sendPhoneBatch(server: TestServer, envelopes: Envelope[]): Promise<Map<string, Envelope[]>> {
  const sent = new Map<string, Envelope[]>()
  for (let at = 0; at < envelopes.length; at += AT_ONCE) {
    const batchId = newUuid()
    const part = envelopes.slice(at, at + AT_ONCE)
    const items = part.map((envelope, i) => ({ seq: i + 1, envelope }))
    const [captured, waiting, lastSeq] = [part.length, part.length, part.length]
    const contact = { captured, waiting, refused: 0, withdrawn: 0, lastSeq }
    const body = { v: 1, batchId, items, contact }
    const { verdicts } = await (await ask(server, ROUTES.batch, { parameters: { batchId }, body })).json()
    if (!verdicts.every((it: { verdict: string }) => it.verdict === 'stored')) throw new Error(JSON.stringify(verdicts))
    sent.set(batchId, part)
  }
  return sent
}

const common = {
  v: 1 as const,
  consents: [{ purpose: 'sign' as const, text: 'sign-1', language: 'fr', given: true }],
  at: '2026-11-22T14:02:07+00:00',
  clockInDoubt: false,
}

export const signedBy = (
  person: Omit<Person, 'country'>,
  more: Partial<Pick<SignatureBody, 'channel' | 'stand'>> = {},
): SignatureBody => ({ ...common, channel: 'phone', kind: 'signature', person: { country: 'TG', ...person }, ...more })

export const letterBy = (firstName: string, text: string, lastName?: string): ActBody => ({
  ...common,
  channel: 'phone',
  kind: 'letter',
  to: 'person',
  from: { firstName, ...(lastName ? { lastName } : {}), country: 'TG' },
  text,
})

export const joinBy = (person: Omit<Person, 'country'>, message: string): ActBody => ({
  ...common,
  channel: 'phone',
  kind: 'join',
  person: { country: 'TG', ...person },
  way: 'individual',
  codeOfConduct: 'conduct-1',
  message,
})

export const contactBy = (person: Omit<Person, 'country'>, message: string): ActBody => ({
  ...common,
  channel: 'phone',
  kind: 'contact',
  person: { country: 'TG', ...person },
  message,
})

/** An envelope that the server takes and no key opens: a byte of the seal was changed. */
export function spoiled(envelope: Envelope): Envelope {
  const { sealed } = envelope
  const other = sealed[100] === 'A' ? 'B' : 'A'
  return { ...envelope, sealed: sealed.slice(0, 100) + other + sealed.slice(101) }
}

/** What must never be: an act in clear where its seal should be, which no server can tell from a sealed one. */
export function inClear(head: EnvelopeHead, body: ActBody): Envelope {
  const noise = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  return { ...head, sealed: toBase64url(Buffer.concat([noise(65), pad(JSON.stringify(body)), noise(16)])) } as Envelope
}

/** One of each: a duplicate, two to review, a suspicious one, two letters, one that no key opens. */
export async function plantOneOfEach({ sealed, send }: Planted): Promise<{ afi: Envelope }> {
  const sign = (firstName: string, lastName: string, phone?: string) =>
    sealed(signedBy({ firstName, lastName, ...(phone ? { phone } : { town: 'Kara', quarter: 'Dongoyo' }) }), [
      'joel-paredes',
    ])
  const afi = await sign('Afi', 'Mensah', '+22890123456')
  // One after the other: the first to come counts.
  for (const envelope of [
    afi,
    await sign('MENSAH', 'afi', '+22890123456'),
    await sign('Kossi', 'Mensah', '+22890123456'),
    await sign('Ama', 'Adjo'),
    await sign('Ama', 'ADJO'),
    await sign('www.gagner.com', 'ici', '+22891919293'),
    await sealed(letterBy('Yao', 'Courage, nous pensons à toi.'), ['joel-paredes']),
    await sealed(letterBy('Essi', 'À bas le ministre !'), ['joel-paredes']),
    spoiled(await sign('Komi', 'Perdu', '+22892929394')),
  ])
    await send(envelope)
  return { afi }
}
