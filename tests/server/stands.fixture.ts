import { ENROL, enrolStatement, STAND_NOW, type Stand } from '../../protocol/stand.ts'
import { STAND_ROUTES, type StandDraft, type StandView } from '../../protocol/stand-routes.ts'
import { call, type Running } from './running.fixture.ts'
import { type Device, signatureOf, signedBy } from './signed.fixture.ts'

// Stands as a coordinator makes them, and tablets that ask to be enrolled.

export const CAMPAIGN = 'droits-2024'

export const draft = (changes: Partial<StandDraft> = {}): StandDraft => ({
  name: 'Marché d’Adidogomé',
  place: 'Lomé',
  from: '2026-11-22',
  to: '2026-11-23',
  petitions: ['awa', 'bila'],
  tablets: 2,
  ...changes,
})

/** The coordinators' calls, with their session. */
export function coordinator(running: Running, cookie: string) {
  const headers = { cookie }
  const at = (stand: string, device = '') => ({ campaign: CAMPAIGN, stand, device })
  return {
    list: () => call(running, STAND_ROUTES.stands, { parameters: { campaign: CAMPAIGN }, headers }),
    make: (body: unknown = draft()) =>
      call(running, STAND_ROUTES.make, { parameters: { campaign: CAMPAIGN }, body, headers }),
    change: (stand: string, body: unknown) =>
      call(running, STAND_ROUTES.change, { parameters: at(stand), body, headers }),
    code: (stand: string, tablets = 2) =>
      call(running, STAND_ROUTES.newCode, { parameters: at(stand), body: { tablets }, headers }),
    withdraw: (stand: string) => call(running, STAND_ROUTES.withdrawCode, { parameters: at(stand), headers }),
    revoke: (stand: string, device: string) =>
      call(running, STAND_ROUTES.revoke, { parameters: at(stand, device), headers }),
    trust: (stand: string, { id, key }: Device) =>
      call(running, STAND_ROUTES.trust, { parameters: at(stand, id), body: { key }, headers }),
  }
}

export type Coordinator = ReturnType<typeof coordinator>

/** A stand and its code. */
export async function openStand(by: Coordinator, tablets = 2): Promise<{ stand: Stand; code: string }> {
  const { stand } = (await by.make()).json() as StandView
  return { stand, code: (await by.code(stand.id, tablets)).json().code }
}

interface Asking {
  /** Who signs; the tablet itself by default. */
  signer?: Device
  statement?: Uint8Array
  from?: string
}

/** What the server answers to a tablet that has this code. */
export async function enrol(running: Running, tablet: Device, code: string, asking: Asking = {}) {
  const statement = asking.statement ?? enrolStatement(code, tablet.id, tablet.key)
  const signature = await signatureOf(new TextDecoder().decode(statement), asking.signer ?? tablet)
  const headers: Record<string, string> = asking.from === undefined ? {} : { 'x-forwarded-for': asking.from }
  return call(running, ENROL, { body: { code, device: tablet.id, key: tablet.key, signature }, headers })
}

/** What the server answers to a tablet that asks about its stand. */
export async function standNow(running: Running, tablet: Device, signer = tablet, device = tablet.id) {
  const text = JSON.stringify({ v: 1, device, at: '2026-11-22T14:00:00Z' })
  return running.app.inject({
    method: 'POST',
    url: STAND_NOW.path.replace(':device', tablet.id),
    payload: text,
    headers: { 'content-type': 'application/json', ...(await signedBy(signer, text)) },
  })
}
