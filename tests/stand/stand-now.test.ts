import { beforeEach, describe, expect, it } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { rawPublicKey } from '../../protocol/opening.ts'
import { newRoot } from '../../protocol/root.ts'
import type { Enrolled } from '../../src/outbox/notes.ts'
import { askStandNow } from '../../src/stand/stand-now.ts'
import { verifyDevice } from '../../sync-server/device-signature.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'
import { NOON } from '../outbox/samples.ts'

const stand = {
  id: 'gare',
  campaign: 'ecrire',
  name: 'Gare',
  place: '',
  from: '2026-11-20',
  to: '2026-12-10',
  petitions: [],
}

let memory: ReturnType<typeof memoryStorage>
let enrolled: Enrolled
beforeEach(async () => {
  memory = memoryStorage()
  const pair = await newRoot()
  enrolled = { device: newUuid(), key: await rawPublicKey(pair.publicKey), pair, tablet: 1, stand, root: 'root' }
  await memory.storage.write((tx) => tx.putNote('enrolled', enrolled))
})

const ask = (answer: () => Response | Promise<Response>) =>
  askStandNow(enrolled, {
    storage: memory.storage,
    now: () => new Date(NOON),
    fetch: async (path, { body, headers }) => {
      expect(path).toBe(`/api/v1/devices/${enrolled.device}/stand`)
      const signed = verifyDevice(headers as Record<string, string>, enrolled.device, body as Uint8Array)
      expect(signed).toMatchObject({ key: enrolled.key })
      return answer()
    },
  })
const says = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { date: new Date(NOON).toUTCString() } })
const answer = (over: Partial<typeof stand> = {}) => ({ stand: { ...stand, ...over }, tablet: 1, root: enrolled.key })
const now = () => memory.rows().notes.get('enrolled') as Enrolled

describe('a tablet that asks for its stand', () => {
  it('keeps its new dates and cases, and the server’s date as its last contact; never another root', async () => {
    expect(await ask(() => says(answer({ to: '2026-12-20', petitions: ['joel-paredes'] as never })))).toBe(NOON)
    expect(now()).toMatchObject({
      root: 'root',
      revoked: false,
      stand: { to: '2026-12-20', petitions: ['joel-paredes'] },
    })
    expect(memory.rows().memory.lastContact).toBe(NOON)
  })

  it('does not let itself be moved to another campaign', async () => {
    await ask(() => says(answer({ campaign: 'other' })))
    expect(now().stand.campaign).toBe('ecrire')
  })

  it('hears that it was revoked, keeps its key, and hears that it is trusted again', async () => {
    expect(await ask(() => says({ refused: true, reason: 'revoked-device' }, 403))).toBe(NOON)
    expect(now()).toMatchObject({ revoked: true, device: enrolled.device })
    await ask(() => says(answer()))
    expect(now().revoked).toBe(false)
  })

  it.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a portal', () => new Response('<h1>Café Wifi</h1>')],
    ['a server in trouble', () => says({ reason: 'server-error' }, 500)],
  ])('learns nothing from %s', async (_, reply) => {
    expect(await ask(reply)).toBeNull()
    expect(now()).toEqual(enrolled)
  })

  it('keeps nothing of an answer for an enrolment that another has replaced', async () => {
    const other = { ...enrolled, device: newUuid() }
    await ask(async () => {
      await memory.storage.write((tx) => tx.putNote('enrolled', other))
      return says({ reason: 'revoked-device' }, 403)
    })
    expect(now()).toEqual(other)
  })
})
