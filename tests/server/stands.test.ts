import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import { EnrolCode } from '../../protocol/stand.ts'
import { NewCode, Stands, StandView } from '../../protocol/stand-routes.ts'
import { idsFor } from '../../sync-server/store/stand-ids.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { type call, countsOf, logIn, newFolder, openForSigning, type Running, start } from './running.fixture.ts'
import { newDevice } from './signed.fixture.ts'
import { type Coordinator, coordinator, draft, enrol, openStand } from './stands.fixture.ts'

let running: Running
let keys: Keys
let by: Coordinator

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
  by = coordinator(running, (await logIn(running)).cookie)
})
afterEach(() => running.stop())

const word = async (answer: ReturnType<typeof call>) => [(await answer).statusCode, (await answer).json().reason]
const some = (count: number) => Promise.all(Array.from({ length: count }, () => sealed(keys.sealingKey)))
const listed = async () => Stands.parse((await by.list()).json())

describe('a stand', () => {
  test('is not made before the campaign has a key, for a campaign that is not there, or for cases that are not its own', async () => {
    const fresh = await start()
    const { cookie } = await logIn(fresh)
    expect(await word(coordinator(fresh, cookie).make())).toEqual([422, 'unknown-key'])
    await fresh.store.removeSample('droits-2024')
    expect(await word(coordinator(fresh, cookie).make())).toEqual([404, 'unknown-campaign'])
    expect(await word(coordinator(fresh, cookie).list())).toEqual([404, 'unknown-campaign'])
    await fresh.stop()
    for (const petition of ['nobody', 'draft'])
      expect(await word(by.make(draft({ petitions: ['awa', petition] })))).toEqual([422, 'unknown-petition'])
  })

  test.each([
    ['without a name', { name: ' ' }],
    ['without a place', { place: '' }],
    ['with a name as long as a page', { name: 'a'.repeat(81) }],
    ['that ends before it begins', { from: '2026-11-23', to: '2026-11-22' }],
    ['on a day that no calendar has', { to: '2026-11-31' }],
    ['for no case', { petitions: [] }],
    ['for one case twice', { petitions: ['awa', 'awa'] }],
    ['for no tablet, or half a one', { tablets: 0.5 }],
    ['for more tablets than anyone has', { tablets: 51 }],
  ])('is not made %s', async (_, changes) => {
    expect(await word(by.make(draft(changes)))).toEqual([400, 'not-this-shape'])
  })

  test('is made once, however often its maker asks, and another of the same name gets an id of its own', async () => {
    const made = StandView.parse((await by.make()).json())
    expect(made).toMatchObject({
      stand: { id: 'marche-d-adidogome', campaign: 'droits-2024', petitions: ['awa', 'bila'] },
      tablets: 2,
      closedAt: null,
      code: null,
      devices: [],
    })
    expect((await by.make()).json()).toEqual(made)
    expect((await by.make(draft({ to: '2026-11-29' }))).json().stand.id).toBe('marche-d-adidogome-2')
    expect((await listed()).stands).toHaveLength(2)
    await by.change('marche-d-adidogome', { draft: draft(), closed: true })
    expect((await by.make()).json().stand.id, 'the closed one is not taken up again').toBe('marche-d-adidogome-3')
  })

  test('is changed, closed, and opened again', async () => {
    const { stand } = await openStand(by)
    const changed = await by.change(stand.id, { draft: draft({ name: 'Marché', tablets: 5 }), closed: true })
    expect(changed.json()).toMatchObject({ stand: { id: stand.id, name: 'Marché' }, tablets: 5, code: null })
    const { closedAt } = changed.json()
    running.clock.now += 1000
    expect((await by.change(stand.id, { draft: draft(), closed: true })).json().closedAt).toBe(closedAt)
    expect(await word(by.code(stand.id))).toEqual([404, 'unknown-stand'])
    expect((await by.change(stand.id, { draft: draft(), closed: false })).json().closedAt).toBeNull()
    expect((await by.code(stand.id)).statusCode).toBe(200)
  })

  test('that nobody made is not changed, and has no code and no tablet', async () => {
    const device = await newDevice()
    for (const answer of [
      by.change('nowhere', { draft: draft(), closed: false }),
      by.code('nowhere'),
      by.withdraw('nowhere'),
      by.revoke('nowhere', device.id),
      by.trust('nowhere', device),
    ])
      expect(await word(answer)).toEqual([404, 'unknown-stand'])
    const { stand } = await openStand(by)
    expect(await word(by.change(stand.id, { draft: draft({ petitions: ['nobody'] }), closed: false }))).toEqual([
      422,
      'unknown-petition',
    ])
    expect(await word(by.revoke(stand.id, device.id))).toEqual([404, 'unknown-stand'])
  })

  test('gets an id that can stand in an address, whatever it is called', () => {
    const first = (name: string) => idsFor(name).next().value
    expect(first('  Œuvre & École n° 3 ')).toBe('uvre-ecole-n-3')
    expect(first('साप्ताहिक')).toBe('stand')
    expect(first(`${'a'.repeat(39)}-b`)).toBe('a'.repeat(39))
  })
})

describe('a code', () => {
  test('comes with what its link needs, good for a week, and takes the place of the one before', async () => {
    const { stand } = await openStand(by)
    const made = NewCode.parse((await by.code(stand.id, 3)).json())
    expect(EnrolCode.safeParse(made.code).success).toBe(true)
    expect(made.root).toBe(await keyIdOf(keys.root))
    expect(made.view.code).toEqual({ tablets: 3, used: 0, expiresAt: '2026-11-29T14:00:00.000Z' })
    expect((await listed()).stands[0]?.code).toEqual(made.view.code)
    running.clock.now += 7 * 24 * 60 * 60 * 1000
    expect((await running.store.stands('droits-2024'))[0]?.code).toBeNull()
  })

  test('that is taken back leaves its tablets as they are', async () => {
    const { stand, code } = await openStand(by)
    const tablet = await newDevice()
    await enrol(running, tablet, code)
    expect((await by.withdraw(stand.id)).json()).toMatchObject({ code: null, devices: [{ tablet: 1 }] })
    await sendAs(running, tablet, await some(1))
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
  })
})

describe('the list', () => {
  test('shows each tablet by its number, what it said of itself, what never came, and its double', async () => {
    const { stand, code } = await openStand(by, 3)
    const [first, second] = [await newDevice(), await newDevice()]
    await enrol(running, first, code)
    await enrol(running, second, code)
    running.clock.now += 60_000
    const contact = { captured: 9, waiting: 5, refused: 1, withdrawn: 1, lastSeq: 9 }
    await sendAs(running, second, await some(2), { seqs: [1, 4], contact })
    await sendAs(running, second, await some(1), { seqs: [4], contact })
    const [view] = (await listed()).stands
    expect(view?.stand).toEqual(stand)
    expect(view?.devices).toEqual([
      expect.objectContaining({ device: first.id, tablet: 1, told: null, accepted: 0, revokedAt: null }),
      expect.objectContaining({
        device: second.id,
        tablet: 2,
        enrolledAt: '2026-11-22T14:00:00.000Z',
        told: {
          captured: 9,
          waiting: 5,
          refused: 1,
          withdrawn: 1,
          heardAt: '2026-11-22T14:01:00.000Z',
          carrier: null,
        },
        accepted: 3,
        quarantined: 0,
        neverArrived: [
          { first: 2, last: 3 },
          { first: 5, last: 9 },
        ],
        clonedSeq: 4,
      }),
    ])
  })

  test('shows apart who sent and was never enrolled', async () => {
    await openStand(by)
    const stranger = await newDevice()
    await sendAs(running, stranger, await some(2))
    expect(await listed()).toMatchObject({
      stands: [{ devices: [] }],
      strangers: [{ device: stranger.id, key: stranger.key, tablet: null, enrolledAt: null, quarantined: 2 }],
    })
  })
})

describe('a tablet that nobody enrolled', () => {
  test('is not trusted where it was never heard, under another key, or after a revocation', async () => {
    const { stand, code } = await openStand(by)
    const tablet = await newDevice()
    expect(await word(by.trust(stand.id, tablet))).toEqual([404, 'unknown-stand'])
    await sendAs(running, tablet, await some(1))
    expect(await word(by.trust(stand.id, { ...(await newDevice()), id: tablet.id }))).toEqual([404, 'unknown-stand'])
    await enrol(running, tablet, code)
    await by.revoke(stand.id, tablet.id)
    expect(await word(by.trust(stand.id, tablet))).toEqual([403, 'revoked-device'])
  })

  test('is trusted by a coordinator: what waited is counted, in order of arrival behind what was there, and nothing twice', async () => {
    const { stand } = await openStand(by)
    const tablet = await newDevice()
    const envelopes = await some(3)
    const code = newReceiptCode()
    const gone = await sealed(keys.sealingKey, { code })
    await sendAs(running, tablet, [...envelopes, gone])
    await running.store.withdraw('droits-2024', await withdrawTag('droits-2024', code))
    const before = await running.store.envelopes('droits-2024', null, 10)
    expect(before?.items).toEqual([])

    const trusted = (await by.trust(stand.id, tablet)).json()
    expect(trusted.devices).toMatchObject([{ tablet: 1, accepted: 4, quarantined: 0 }])
    expect(await countsOf(running)).toMatchObject({ awa: 3 })
    const after = await running.store.envelopes('droits-2024', before?.next ?? null, 10)
    expect(after?.items.map((it) => it.envelope)).toEqual(envelopes)
    expect((await by.trust(stand.id, tablet)).json().devices).toMatchObject([{ tablet: 1 }])
    expect(await sendAs(running, tablet, envelopes)).toMatchObject({
      accepted: 4,
      verdicts: Array(3).fill('duplicate'),
    })
    expect(await countsOf(running)).toMatchObject({ awa: 3 })
  })

  test('whose forged copy came first does not put out what was counted', async () => {
    const { stand } = await openStand(by)
    const tablet = await newDevice()
    const genuine = await sealed(keys.sealingKey)
    const forged = await sealed(keys.sealingKey, { id: genuine.id })
    await sendAs(running, tablet, [forged])
    const honest = await newDevice()
    await running.store.enrolDevice({ device: honest.id, key: honest.key })
    await sendAs(running, honest, [genuine])
    await by.trust(stand.id, tablet)
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
    expect((await listed()).stands[0]?.devices[0]?.quarantined).toBe(0)
  })

  test('makes room in the quarantine again', async () => {
    const dataDir = newFolder()
    const small = await start({ dataDir, quarantineLimit: 4000 })
    await openForSigning(small, keys)
    const there = coordinator(small, (await logIn(small)).cookie)
    const { stand } = await openStand(there)
    const tablet = await newDevice()
    await sendAs(small, tablet, await some(6))
    await expect(sendAs(small, await newDevice(), await some(1))).rejects.toThrow('503')
    await there.trust(stand.id, tablet)
    expect(await sendAs(small, await newDevice(), await some(1))).toMatchObject({ verdicts: ['stored'] })
    await small.stop()
    rmSync(dataDir, { recursive: true })
  })
})
