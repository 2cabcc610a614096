import BetterSqlite from 'better-sqlite3'
import { generateSecret, generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toBase64url } from '../../protocol/base64url.ts'
import { newUuid } from '../../protocol/ids.ts'
import { mayCall, ROLES, type Role } from '../../protocol/roles.ts'
import { auditWordOf } from '../../sync-server/audit.ts'
import { secretHash } from '../../sync-server/secrets.ts'
import { databaseFile } from '../../sync-server/store/data-dir.ts'
import { shortId } from '../../sync-server/store/short-id.ts'
import { png } from '../png.ts'
import { content, newKeys, nextKey } from './campaign.fixture.ts'
import { allRoutes, type NamedRoute } from './route-tables.ts'
import { call, logIn, logInAs, openForSigning, PASSWORD, type Running, start } from './running.fixture.ts'
import { newDevice } from './signed.fixture.ts'
import { CAMPAIGN, coordinator, draft, enrol, openStand } from './stands.fixture.ts'

// Every route of coordinators × every role × a foreign object, from the tables in protocol/. A new route needs its roles, its
// audit word, what its path's parameters may be, and a body that would pass; without them this fails.

const routes = (await allRoutes()).filter(({ route }) => route.who === 'coordinator')
const OTHER = 'autre-2025'

let running: Running
const cookies = {} as Record<Role, string>
/** What a path's parameter may be: a thing that is there, and one that is another campaign's or nobody's. */
let parameters: Record<string, { own: string; foreign: string[] }>
/** For each route that takes one: a body that would pass. */
let bodies: Record<string, unknown>

beforeAll(async () => {
  running = await start({ samples: [content(), content({ id: OTHER, sample: false })] })
  const keys = await openForSigning(running)
  await openForSigning(running, await newKeys(OTHER))
  cookies.admin = (await logIn(running)).cookie
  for (const role of ROLES) if (role !== 'admin') cookies[role] = (await logInAs(running, role)).cookie
  const by = coordinator(running, cookies.admin)
  const { stand, code } = await openStand(by)
  const [tablet, elsewhere] = [await newDevice(), await newDevice()]
  await enrol(running, tablet, code)
  const theirs = await running.store.makeStand(OTHER, draft({ name: 'Ailleurs' }))
  if (typeof theirs === 'string') throw new Error(theirs)
  await running.store.trustDevice(OTHER, theirs.stand.id, { device: elsewhere.id, key: elsewhere.key })
  await logInAs(running, 'editor', 'spare')
  const link = {
    tokenHash: 'x',
    role: 'editor',
    person: null,
    madeBy: 'Afi',
    expiresAt: running.clock.now + 1000,
  } as const
  const invited = await running.store.invite(link)
  if (typeof invited === 'string') throw new Error(invited)
  const secret = generateSecret()
  parameters = {
    campaign: { own: CAMPAIGN, foreign: ['nulle-part', '..%2f', '%00'] },
    stand: { own: stand.id, foreign: [theirs.stand.id, 'nowhere'] },
    device: { own: tablet.id, foreign: [elsewhere.id, newUuid()] },
    person: { own: shortId('spare'), foreign: ['AAAAAAAAAAAAAAAA'] },
    invitation: { own: invited.id, foreign: ['AAAAAAAAAAAAAAAA'] },
    session: { own: shortId('no session'), foreign: ['AAAAAAAAAAAAAAAA'] },
    petition: { own: 'awa', foreign: ['nowhere'] },
    version: { own: '1', foreign: ['99', 'x'] },
    run: { own: newUuid(), foreign: [] },
    envelope: { own: newUuid(), foreign: [newUuid()] },
  }
  const next = await nextKey(keys.rootPrivate, 2)
  bodies = {
    'CONSOLE_ROUTES.publishKey': { root: keys.root, sealingKey: next },
    'EDIT_ROUTES.make': { content: content({ id: 'nouvelle', sample: false }) },
    'EDIT_ROUTES.save': { revision: 0, content: content() },
    'EDIT_ROUTES.publish': { revision: 0 },
    'EDIT_ROUTES.again': { newest: 1 },
    'EDIT_ROUTES.show': { campaign: CAMPAIGN },
    'TEAM_ROUTES.invite': { role: 'exporter' },
    'TEAM_ROUTES.changeRole': { role: 'exporter' },
    'TEAM_ROUTES.requireSecondFactor': { required: false },
    'TEAM_ROUTES.changePassword': { password: PASSWORD, next: PASSWORD },
    'TEAM_ROUTES.setSecondFactor': {
      password: PASSWORD,
      secret,
      code: generateSync({ secret, epoch: running.clock.now / 1000 }),
    },
    'ENDING_ROUTES.mark': { newest: 1, state: 'closed', delivered: null, update: null },
    'PICTURE_ROUTES.put': {
      use: { for: 'card', petition: 'awa', language: 'fr' },
      bytes: toBase64url(png(1200, 630)),
    },
    'STAND_ROUTES.make': draft(),
    'STAND_ROUTES.change': { draft: draft(), closed: false },
    'STAND_ROUTES.newCode': { tablets: 2 },
    'STAND_ROUTES.trust': { key: tablet.key },
    'HAND_OFF_ROUTES.take': { batches: 1, items: 2, chain: toBase64url(new Uint8Array(32)) },
    'QUARANTINE_ROUTES.decide': { sender: { device: tablet.id, key: tablet.key }, act: 'discard' },
    'REVIEW_ROUTES.decide': { decisions: [{ envelope: newUuid(), petition: 'awa', verdict: 'valid' }] },
    'REVIEW_ROUTES.beginExport': {
      filter: { petitions: null, from: null, to: null, fresh: true, stands: null, channels: null },
      envelopes: 1,
    },
    'REVIEW_ROUTES.recordExport': { ids: [newUuid()] },
    'REVIEW_ROUTES.confirmExport': { confirmed: true },
  }
})
afterAll(() => running.stop())

const served = ({ route }: NamedRoute) => running.app.hasRoute({ method: route.method, url: route.path })

const ask = (role: Role, { name, route }: NamedRoute, filled: Record<string, string> = {}) =>
  call(running, route, {
    parameters: { ...own(route.path), ...filled },
    headers: { cookie: cookies[role] },
    body: bodies[name],
  })

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map((it) => it[1] as string)
const own = (path: string) => Object.fromEntries(namesIn(path).map((it) => [it, parameters[it]?.own ?? '']))

/** All that is stored, each table by its hash, but for sessions, whose last use is noted. */
function stored(): Record<string, string> {
  const sqlite = new BetterSqlite(databaseFile(running.dataDir), { readonly: true })
  const tables = sqlite.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[]
  const hashOf = (table: string) => secretHash(JSON.stringify(sqlite.prepare(`select * from "${table}"`).all()))
  const all = Object.fromEntries(tables.filter((it) => it !== 'session').map((it) => [it, hashOf(it)]))
  sqlite.close()
  return all
}

describe('the tables', () => {
  test('are found', () => {
    const names = routes.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['CONSOLE_ROUTES.envelopes', 'STAND_ROUTES.make']))
  })

  test.each(routes)('$name is served', (it) => {
    expect(served(it)).toBe(true)
  })

  test.each(routes)('$name says which roles may call it', ({ route }) => {
    expect(route.roles?.length, 'roles').toBeGreaterThan(0)
  })

  test.each(routes.filter(({ route }) => route.method !== 'GET'))(
    '$name has its word for the audit log',
    ({ route }) => {
      expect(auditWordOf(route)).not.toBe('changed')
    },
  )

  test.each(routes)('$name can be tried: its parameters and its body are known here', ({ name, route }) => {
    for (const it of namesIn(route.path)) expect(Object.keys(parameters), 'parameters').toContain(it)
    if (!route.body.safeParse(undefined).success) expect(route.body.safeParse(bodies[name]).success, 'body').toBe(true)
  })
})

describe.each(ROLES)('%s', (role) => {
  const refused = routes.filter(({ route }) => !mayCall(role, route))
  const allowed = routes.filter(({ route }) => mayCall(role, route))

  if (refused.length > 0)
    test.each(refused)('is refused $name, and nothing changes', async (it) => {
      const before = stored()
      const answer = await ask(role, it)
      expect([answer.statusCode, answer.json()]).toEqual([403, { reason: 'not-allowed' }])
      expect(stored()).toEqual(before)
    })

  test.each(allowed.filter(({ route }) => route.path.includes(':')))(
    'is refused $name for what is another’s or nowhere, and nothing changes',
    async (it) => {
      const before = stored()
      for (const parameter of namesIn(it.route.path))
        for (const foreign of parameters[parameter]?.foreign ?? []) {
          const answer = await ask(role, it, { [parameter]: foreign })
          expect(answer.statusCode, foreign).toBeGreaterThanOrEqual(400)
          expect(answer.json().reason, foreign).not.toMatch(/not-this-shape|server-error|login-needed|not-allowed/)
        }
      expect(stored()).toEqual(before)
    },
  )
})

// Last, and the leaving ones at the end: these change things.
describe('who may', () => {
  const last = ({ name, route }: NamedRoute) => (name.endsWith('.logout') ? 2 : route.method === 'DELETE' ? 1 : 0)
  const ordered = [...routes].sort((a, b) => last(a) - last(b))

  test.each(ordered)('calls $name, which the audit log tells with its word and no other', async (it) => {
    const role = ROLES.findLast((one) => mayCall(one, it.route)) as Role
    const word = auditWordOf(it.route)
    const before = (await running.store.auditPage({ size: 500 }))?.entries.length ?? 0
    const answer = await ask(role, it)
    expect(answer.statusCode).not.toBe(401)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toContain('not-allowed')
    const entries = (await running.store.auditPage({ size: 500 }))?.entries ?? []
    const written = answer.statusCode < 300 && word !== null
    expect(entries.length - before).toBe(written ? 1 : 0)
    if (written) expect(entries[0]).toMatchObject({ what: word, who: role === 'admin' ? 'Afi' : role })
  })
})
