// Stands and their tablets without screens, for journeys that are about something else.
import type { z } from 'zod/mini'
import type { Envelope } from '../../protocol/envelope.ts'
import { pathOf } from '../../protocol/route.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { ENROL, enrolFragment, enrolStatement, type Stand } from '../../protocol/stand.ts'
import { type NewCode, STAND_ROUTES, type StandDraft, type StandView } from '../../protocol/stand-routes.ts'
import { bodyOf, type Device, type Numbered, newDevice, signatureOf, signedBy } from '../server/signed.fixture.ts'
import { ask, CAMPAIGN } from './open-campaign.ts'
import type { TestServer } from './server.ts'

export interface MadeStand {
  stand: Stand
  /** Twelve letters. */
  code: string
  /** What the card's QR code holds. */
  link: string
}

/** A stand that is open today and asks for both open cases, with a code; as a coordinator makes it. */
export async function makeStand(
  server: TestServer,
  cookie: string,
  draft: Partial<StandDraft> = {},
): Promise<MadeStand> {
  const today = new Date().toISOString().slice(0, 10)
  const body: StandDraft = {
    name: 'Marché d’Adidogomé',
    place: 'Lomé',
    from: today,
    to: today,
    petitions: ['joel-paredes', 'manahel-al-otaibi'],
    tablets: 2,
    ...draft,
  }
  const { stand } = (await (await ask(server, STAND_ROUTES.make, { cookie, body })).json()) as StandView
  return { stand, ...(await newCode(server, cookie, stand, body.tablets)) }
}

/** A new code for a stand; the one before it is taken back. */
export async function newCode(
  server: TestServer,
  cookie: string,
  stand: Stand,
  tablets = 1,
): Promise<Pick<MadeStand, 'code' | 'link'>> {
  const parameters = { campaign: CAMPAIGN, stand: stand.id }
  const made = await ask(server, STAND_ROUTES.newCode, { cookie, parameters, body: { tablets } })
  const { code, root } = (await made.json()) as z.infer<typeof NewCode>
  return { code, link: `${server.url}/stand#${enrolFragment(code, root)}` }
}

/** The stands as a coordinator sees them. */
export async function standsOf(
  server: TestServer,
  cookie: string,
): Promise<z.infer<typeof STAND_ROUTES.stands.answer>> {
  return (await ask(server, STAND_ROUTES.stands, { cookie })).json()
}

export const revokeTablet = (server: TestServer, cookie: string, stand: Stand, device: string): Promise<Response> =>
  ask(server, STAND_ROUTES.revoke, { cookie, parameters: { campaign: CAMPAIGN, stand: stand.id, device } })

/** A tablet that nobody has enrolled. */
export const newTablet = newDevice

/** A tablet without a screen, enrolled with a code. */
export async function enrolTablet(server: TestServer, code: string): Promise<Device> {
  const tablet = await newDevice()
  const statement = new TextDecoder().decode(enrolStatement(code, tablet.id, tablet.key))
  const signature = await signatureOf(statement, tablet)
  await ask(server, ENROL, { body: { code, device: tablet.id, key: tablet.key, signature } })
  return tablet
}

/** What the server answers to a batch that this tablet signed. */
export async function sendAs(
  server: TestServer,
  tablet: Device,
  envelopes: Envelope[],
  numbered: Numbered = {},
): Promise<{ batchId: string; accepted: number; verdicts: { verdict: string }[] }> {
  const text = bodyOf(tablet, envelopes, numbered)
  const { batchId } = JSON.parse(text)
  const path = pathOf(ROUTES.batch, { batchId })
  const headers = { 'content-type': 'application/json', ...(await signedBy(tablet, text)) }
  const answer = await fetch(server.url + path, { method: 'PUT', headers, body: text })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return { batchId, ...(await answer.json()) }
}
