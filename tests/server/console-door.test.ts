import { verify } from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { newUuid } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { STAND_ROUTES } from '../../protocol/stand-routes.ts'
import { newSecret, secretHash } from '../../sync-server/secrets.ts'
import { call, cookieOf, logIn, PASSWORD, type Running, start } from './running.fixture.ts'

// The real thing, counted.
vi.mock('@node-rs/argon2', async (real) => {
  const argon2 = await real<typeof import('@node-rs/argon2')>()
  return { ...argon2, verify: vi.fn(argon2.verify) }
})

let running: Running
const campaign = { campaign: 'droits-2024', stand: 'marche', device: newUuid() }

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const HOUR = 60 * 60 * 1000
const foreign = [403, { reason: 'foreign-origin' }]
const routes = [...Object.entries(ROUTES), ...Object.entries(CONSOLE_ROUTES), ...Object.entries(STAND_ROUTES)]

describe('without a session', () => {
  const rooms = routes.filter(([, { who }]) => who === 'coordinator')

  test.each(rooms)('%s is refused', async (_, route) => {
    for (const headers of [{}, { cookie: `paraphe=${newSecret()}` }] as Record<string, string>[]) {
      const answer = await call(running, route, { parameters: campaign, headers })
      expect([answer.statusCode, answer.json()]).toEqual([401, { reason: 'login-needed' }])
    }
  })
})

describe('from a foreign page', () => {
  const changing = routes.filter(([, { path, method }]) => path.includes('/console/') && method !== 'GET')

  test.each(changing)('%s is refused, session or not', async (_, route) => {
    const { cookie } = await logIn(running)
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: '' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      const answer = await call(running, route, { parameters: campaign, headers: { cookie, ...headers } })
      expect([answer.statusCode, answer.json()]).toEqual(foreign)
    }
  })
})

describe('the set-up link', () => {
  const body = (token: string, password = PASSWORD) => ({ body: { token, name: 'Afi', password } })

  test('is refused when it was never given, or a newer start made another', async () => {
    const [first, second] = [newSecret(), newSecret()]
    await running.store.offerSetup(secretHash(first))
    await running.store.offerSetup(secretHash(second))
    for (const token of [newSecret(), first]) {
      for (const password of [PASSWORD, 'court']) {
        const answer = await call(running, CONSOLE_ROUTES.setup, body(token, password))
        expect([answer.statusCode, answer.json()]).toEqual([410, { reason: 'used-link' }])
      }
    }
  })

  test('works once: a weak password does not use it up, a good one does and logs in', async () => {
    const token = newSecret()
    expect(await running.store.offerSetup(secretHash(token))).toBe(true)
    const weak = await call(running, CONSOLE_ROUTES.setup, body(token, 'court'))
    expect([weak.statusCode, weak.json()]).toEqual([422, { reason: 'weak-password' }])
    const done = await call(running, CONSOLE_ROUTES.setup, body(token))
    expect([done.statusCode, done.json()]).toEqual([
      200,
      { name: 'Afi', role: 'admin', secondFactor: false, mustEnrol: false },
    ])
    const session = await call(running, CONSOLE_ROUTES.session, {
      headers: { cookie: cookieOf(done.headers['set-cookie']) },
    })
    expect(session.json()).toEqual({ name: 'Afi', role: 'admin', secondFactor: false, mustEnrol: false })
    const again = await call(running, CONSOLE_ROUTES.setup, body(token))
    expect(again.json()).toEqual({ reason: 'used-link' })
    expect(await running.store.offerSetup(secretHash(newSecret()))).toBe(false)
  })

  test('used twice at the same moment makes one coordinator', async () => {
    const token = newSecret()
    await running.store.offerSetup(secretHash(token))
    const answers = await Promise.all([
      call(running, CONSOLE_ROUTES.setup, body(token)),
      call(running, CONSOLE_ROUTES.setup, body(token)),
    ])
    expect(answers.map((it) => it.statusCode).sort()).toEqual([200, 410])
  })
})

describe('logging in', () => {
  const logInAs = (name: string, password: string) => call(running, CONSOLE_ROUTES.login, { body: { name, password } })

  test('a wrong password and an unknown name get the same word', async () => {
    await logIn(running)
    for (const answer of [await logInAs('Afi', 'not the password'), await logInAs('Kofi', PASSWORD)])
      expect([answer.statusCode, answer.json()]).toEqual([401, { reason: 'wrong-login' }])
  })

  test('an unknown name costs the same work as a wrong password: one check, of a hash as dear', async () => {
    await logIn(running)
    const checked = async (name: string) => {
      vi.mocked(verify).mockClear()
      await logInAs(name, 'not the password')
      // The kind, version and cost of each hash that was checked, without its salt and value.
      return vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4))
    }
    const known = await checked('Afi')
    expect(known).toEqual([['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']])
    expect(await checked('Kofi')).toEqual(known)
  })

  test('works with the name as a tablet writes it, and gives a cookie that no script or other site sees', async () => {
    await logIn(running)
    const answer = await logInAs('afi ', PASSWORD)
    expect(answer.json()).toEqual({ name: 'Afi', role: 'admin', secondFactor: false, mustEnrol: false })
    expect(answer.headers['set-cookie']).toMatch(
      /^paraphe=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  test('over https the cookie is bound to host and https', async () => {
    const secure = await start({ origin: 'https://petition.example' })
    const token = newSecret()
    await secure.store.offerSetup(secretHash(token))
    const answer = await call(secure, CONSOLE_ROUTES.setup, {
      body: { token, name: 'Afi', password: PASSWORD },
      headers: { origin: 'https://petition.example' },
    })
    expect(answer.headers['set-cookie']).toMatch(/^__Host-paraphe=[^;]+; .*Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    await secure.stop()
  })

  test('guessing is slowed down, for this name and never for ever', async () => {
    await logIn(running)
    for (let i = 0; i < 5; i++) expect((await logInAs('Afi', `guess ${i}`)).statusCode).toBe(401)
    const slowed = await logInAs('Afi', PASSWORD)
    expect([slowed.statusCode, slowed.json()]).toEqual([429, { reason: 'too-many' }])
    const wait = Number(slowed.headers['retry-after'])
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await logInAs('Kofi', PASSWORD)).statusCode).toBe(401)
    running.clock.now += wait * 1000
    expect((await logInAs('Afi', PASSWORD)).statusCode).toBe(200)
    expect((await logInAs('Afi', 'a slip of the finger')).statusCode).toBe(401)
  })

  test.each([
    ['is believed where it is a proxy that was named', ['10.0.0.0/8', '127.0.0.1'], 401],
    ['is not believed where other proxies were named', ['10.0.0.0/8'], 429],
    ['is not believed where none was named', [], 429],
  ])('who says that a guess came from elsewhere %s', async (_, trustProxy, status) => {
    const behind = await start({ trustProxy })
    const from = async (address: string) => {
      const body = { name: 'Afi', password: 'a guess' }
      return (await call(behind, CONSOLE_ROUTES.login, { body, headers: { 'x-forwarded-for': address } })).statusCode
    }
    for (let i = 0; i < 5; i++) expect(await from('203.0.113.1')).toBe(401)
    expect(await from('203.0.113.2')).toBe(status)
    expect(await from('203.0.113.1')).toBe(429)
    await behind.stop()
  })

  test('another spelling of the same name buys no more guesses', async () => {
    await logIn(running)
    const spellings = ['Afi', 'AFI ', '\uff21fi', '\ud835\udc00fi', 'A\u{1d41f}i']
    for (const name of spellings) expect((await logInAs(name, 'a guess')).statusCode).toBe(401)
    expect((await logInAs('Af\u{1d422}', 'a guess')).json()).toEqual({ reason: 'too-many' })
  })

  test('a session ends by logging out, and after half a day', async () => {
    const { cookie } = await logIn(running)
    const other = cookieOf((await logInAs('Afi', PASSWORD)).headers['set-cookie'])
    expect((await call(running, CONSOLE_ROUTES.logout, { headers: { cookie } })).statusCode).toBe(204)
    expect((await call(running, CONSOLE_ROUTES.session, { headers: { cookie } })).statusCode).toBe(401)
    running.clock.now += 11 * HOUR
    expect((await call(running, CONSOLE_ROUTES.session, { headers: { cookie: other } })).statusCode).toBe(200)
    running.clock.now += HOUR
    expect((await call(running, CONSOLE_ROUTES.session, { headers: { cookie: other } })).statusCode).toBe(401)
  })
})
