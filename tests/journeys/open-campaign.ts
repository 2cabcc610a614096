// Makes a fresh server's campaign ready for signing without its screens, for journeys that are about something else.

import type { Campaign } from '../../protocol/campaign.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import type { Envelope, EnvelopeHead } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { importOpeningKey, newSealingPair, type OpeningKey, rawPublicKey } from '../../protocol/opening.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { newRoot, signSealingKey } from '../../protocol/root.ts'
import { pathOf, type Route } from '../../protocol/route.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { seal } from '../../protocol/seal.ts'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import { BODIES } from '../protocol/samples.ts'
import { PROVEN, proofFrom } from '../server/proof.fixture.ts'
import type { TestServer } from './server.ts'

export const CAMPAIGN = 'ecrire-pour-les-droits-2024'
export const COORDINATOR = { name: 'Essi', password: 'un mot de passe assez long' }

export interface OpenCampaign {
  opening: OpeningKey
  cookie: string
}

export async function openCampaign(server: TestServer): Promise<OpenCampaign> {
  const token = new URL(server.setupLink).hash.slice(1)
  const setup = await ask(server, CONSOLE_ROUTES.setup, { body: { token, ...COORDINATOR } })
  const cookie = setup.headers.get('set-cookie')?.split(';')[0] ?? ''
  const root = await newRoot()
  const pair = await newSealingPair()
  const publicKey = await rawPublicKey(pair.publicKey)
  const id = (await keyIdOf(publicKey)) as string
  const validFrom = new Date().toISOString()
  const sealingKey = await signSealingKey({ campaign: CAMPAIGN, id, publicKey, serial: 1, validFrom }, root.privateKey)
  await ask(server, CONSOLE_ROUTES.publishKey, {
    cookie,
    body: { root: await rawPublicKey(root.publicKey), sealingKey },
  })
  const opening = await importOpeningKey(await crypto.subtle.exportKey('jwk', pair.privateKey))
  return { opening, cookie }
}

/** A sealed signature that never saw a browser. */
export async function sealedSignature(server: TestServer, change: Partial<EnvelopeHead> = {}): Promise<Envelope> {
  return (await sealer(server))(change)
}

/** Seals as many signatures as are wanted, without asking the server for each. */
export async function sealer(server: TestServer): Promise<(change?: Partial<EnvelopeHead>) => Promise<Envelope>> {
  const campaign = (await (
    await fetch(`${server.url}${pathOf(ROUTES.campaign, { campaign: CAMPAIGN })}`)
  ).json()) as Campaign
  const key = campaign.sealingKey
  if (!key) throw new Error('the campaign has no key')
  const body = BODIES[0]
  if (!body) throw new Error('no sample')
  return async (change = {}) => {
    const head = {
      v: 1,
      suite: 'P256-SHA256-A256GCM',
      id: newUuid(),
      kind: 'signature',
      campaign: CAMPAIGN,
      petitions: ['joel-paredes'],
      key: key.id,
      consent: 'sign-1',
      withdrawTag: await withdrawTag(CAMPAIGN, newReceiptCode()),
      ...change,
    } as EnvelopeHead
    return seal(head, body, key.publicKey)
  }
}

/** A draft with the sample's texts. */
export async function makeSecond(server: TestServer, cookie: string, id: string): Promise<void> {
  const { draft } = await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()
  await ask(server, EDIT_ROUTES.make, { cookie, body: { content: { ...draft.content, id, sample: false } } })
}

interface Asking {
  parameters?: Record<string, string>
  query?: string
  cookie?: string
  body?: unknown
}

export async function ask(server: TestServer, route: Route, asking: Asking): Promise<Response> {
  const body = asking.body === undefined ? null : JSON.stringify(asking.body)
  const proof = body !== null && PROVEN.includes(route) ? await proofFrom(server.url, body) : {}
  const response = await fetch(
    server.url + pathOf(route, asking.parameters ?? { campaign: CAMPAIGN }) + (asking.query ?? ''),
    {
      method: route.method,
      headers: {
        origin: server.url,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...proof,
        ...(asking.cookie ? { cookie: asking.cookie } : {}),
      },
      ...(body === null ? {} : { body }),
    },
  )
  if (!response.ok) throw new Error(`${route.method} ${route.path}: ${response.status} ${await response.text()}`)
  return response
}
