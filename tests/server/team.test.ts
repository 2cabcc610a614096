import { generateSecret, generateSync } from 'otplib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { Route } from '../../protocol/route.ts'
import { TEAM_ROUTES, type Team } from '../../protocol/team-routes.ts'
import { call, cookieOf, logIn, logInAs, openForSigning, PASSWORD, type Running, start } from './running.fixture.ts'

let running: Running
beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const DAY = 24 * 60 * 60 * 1000
const NEXT = 'une tortue sous la lampe'

const as =
  (cookie: string) =>
  (route: Route, body?: unknown, parameters: Record<string, string> = {}, query = '') =>
    call(running, route, { headers: { cookie }, body, parameters, query })
const answered = ({ statusCode, body }: { statusCode: number; body: string }) => [
  statusCode,
  JSON.parse(body).reason ?? 'fine',
]
const setUp = (token: string, name: string, password = PASSWORD) =>
  call(running, CONSOLE_ROUTES.setup, { body: { token, name, password } })
const comeIn = (name: string, password = PASSWORD, code?: string) =>
  call(running, CONSOLE_ROUTES.login, { body: { name, password, ...(code === undefined ? {} : { code }) } })
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(running.clock.now / 1000) })
const teamOf = async (ask: ReturnType<typeof as>): Promise<Team> => (await ask(TEAM_ROUTES.team)).json()
const idOf = (team: Team, name: string) => ({ person: team.people.find((it) => it.name === name)?.id ?? '' })
const journal = async () => (await running.store.auditPage({ size: 100 }))?.entries ?? []

describe('an invitation', () => {
  test('makes a coordinator of that role, once', async () => {
    const admin = as((await logIn(running)).cookie)
    const { token, invitation } = (await admin(TEAM_ROUTES.invite, { role: 'exporter' })).json()
    expect(invitation).toMatchObject({ role: 'exporter', name: null, madeBy: 'Afi' })
    const offer = await call(running, CONSOLE_ROUTES.offer, { body: { token } })
    expect(offer.json()).toEqual({ kind: 'new', role: 'exporter', name: null })
    expect(answered(await setUp(token, 'afi'))).toEqual([409, 'name-taken'])
    expect(answered(await setUp(token, 'Koffi Mensah', 'koffi mensah 12'))).toEqual([422, 'weak-password'])
    const made = await setUp(token, 'Koffi')
    expect(made.json()).toEqual({ name: 'Koffi', role: 'exporter', secondFactor: false, mustEnrol: false })
    expect(answered(await setUp(token, 'Other'))).toEqual([410, 'used-link'])
    expect((await teamOf(admin)).people.map((it) => [it.name, it.role, it.you])).toEqual([
      ['Afi', 'admin', true],
      ['Koffi', 'exporter', false],
    ])
  })

  test('works no more when it was taken back, or after a week', async () => {
    const admin = as((await logIn(running)).cookie)
    const [first, second] = [
      (await admin(TEAM_ROUTES.invite, { role: 'editor' })).json(),
      (await admin(TEAM_ROUTES.invite, { role: 'editor' })).json(),
    ]
    await admin(TEAM_ROUTES.withdrawInvitation, undefined, { invitation: first.invitation.id })
    expect(answered(await setUp(first.token, 'Koffi'))).toEqual([410, 'used-link'])
    running.clock.now += 7 * DAY
    expect(answered(await setUp(second.token, 'Koffi'))).toEqual([410, 'used-link'])
    const again = as(cookieOf((await comeIn('Afi')).headers['set-cookie']))
    expect((await teamOf(again)).invitations).toEqual([])
  })

  test('for a colleague who lost the way in gives a new password and ends what was before', async () => {
    const admin = as((await logIn(running)).cookie)
    const before = await logInAs(running, 'editor', 'Koffi')
    const parameters = idOf(await teamOf(admin), 'Koffi')
    const { token } = (await admin(TEAM_ROUTES.linkFor, undefined, parameters)).json()
    expect((await as(before.cookie)(CONSOLE_ROUTES.session)).statusCode).toBe(200)
    const made = await setUp(token, 'whatever was typed', NEXT)
    expect(made.json()).toEqual({ name: 'Koffi', role: 'editor', secondFactor: false, mustEnrol: false })
    expect(answered(await as(before.cookie)(CONSOLE_ROUTES.session))).toEqual([401, 'login-needed'])
    expect(answered(await comeIn('Koffi'))).toEqual([401, 'wrong-login'])
    expect((await comeIn('Koffi', NEXT)).statusCode).toBe(200)
  })
})

describe('the last admin', () => {
  test('is neither removed nor made less, and may go when there is another', async () => {
    const admin = as((await logIn(running)).cookie)
    await logInAs(running, 'editor', 'Koffi')
    const team = await teamOf(admin)
    const [me, koffi] = [idOf(team, 'Afi'), idOf(team, 'Koffi')]
    expect(answered(await admin(TEAM_ROUTES.remove, undefined, me))).toEqual([409, 'last-admin'])
    expect(answered(await admin(TEAM_ROUTES.changeRole, { role: 'editor' }, me))).toEqual([409, 'last-admin'])
    await admin(TEAM_ROUTES.changeRole, { role: 'admin' }, koffi)
    expect((await admin(TEAM_ROUTES.changeRole, { role: 'editor' }, me)).statusCode).toBe(200)
    expect(answered(await admin(TEAM_ROUTES.team))).toEqual([403, 'not-allowed'])
  })
})

describe('who is removed', () => {
  test('is out at once, and the campaigns whose key is older are named', async () => {
    await openForSigning(running)
    running.clock.now += 1000
    const admin = as((await logIn(running)).cookie)
    const { cookie } = await logInAs(running, 'exporter', 'Koffi')
    expect(await teamOf(admin)).toMatchObject({ left: null, keysBefore: [] })
    await admin(TEAM_ROUTES.remove, undefined, idOf(await teamOf(admin), 'Koffi'))
    expect(answered(await as(cookie)(CONSOLE_ROUTES.session))).toEqual([401, 'login-needed'])
    expect(answered(await comeIn('Koffi'))).toEqual([401, 'wrong-login'])
    expect(await teamOf(admin)).toMatchObject({ left: { name: 'Koffi' }, keysBefore: ['droits-2024'] })
    expect((await journal())[1]).toMatchObject({ who: 'Afi', what: 'coordinator-removed', about: 'Koffi' })
  })
})

describe('sessions', () => {
  test('are listed with their browser, and are one’s own to end, an admin’s to end for others', async () => {
    const admin = as((await logIn(running)).cookie)
    const { cookie } = await logInAs(running, 'editor', 'Koffi')
    const other = await call(running, CONSOLE_ROUTES.login, {
      body: { name: 'Koffi', password: PASSWORD },
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0' },
    })
    const koffi = as(cookie)
    const { sessions } = (await koffi(TEAM_ROUTES.account)).json()
    const there = sessions.find((it: { here: boolean }) => !it.here)
    expect(there.agent).toBe('Firefox, Windows')
    const [mine] = (await admin(TEAM_ROUTES.account)).json().sessions
    expect(answered(await koffi(TEAM_ROUTES.endOwnSession, undefined, { session: mine.id }))).toEqual([
      404,
      'not-found',
    ])
    await koffi(TEAM_ROUTES.endOwnSession, undefined, { session: there.id })
    const ended = as(cookieOf(other.headers['set-cookie']))
    expect(answered(await ended(CONSOLE_ROUTES.session))).toEqual([401, 'login-needed'])
    const here = (await teamOf(admin)).people[1]?.sessions[0]?.id as string
    await admin(TEAM_ROUTES.endSession, undefined, { session: here })
    expect(answered(await koffi(CONSOLE_ROUTES.session))).toEqual([401, 'login-needed'])
  })

  test('say when they were last used, to the minute', async () => {
    const admin = as((await logIn(running)).cookie)
    running.clock.now += 5 * 60_000
    await admin(CONSOLE_ROUTES.session)
    const { sessions } = (await admin(TEAM_ROUTES.account)).json()
    expect(Date.parse(sessions[0].lastUsedAt)).toBe(running.clock.now)
  })

  test('end with the password, but for the one that changed it', async () => {
    const admin = as((await logIn(running)).cookie)
    const other = as(cookieOf((await comeIn('Afi')).headers['set-cookie']))
    const change = (password: string, next: string) => admin(TEAM_ROUTES.changePassword, { password, next })
    expect(answered(await change('not the password', NEXT))).toEqual([401, 'wrong-login'])
    expect(answered(await change(PASSWORD, 'motdepasse2024'))).toEqual([422, 'weak-password'])
    expect((await other(CONSOLE_ROUTES.session)).statusCode).toBe(200)
    expect((await change(PASSWORD, NEXT)).statusCode).toBe(200)
    expect((await admin(CONSOLE_ROUTES.session)).statusCode).toBe(200)
    expect(answered(await other(CONSOLE_ROUTES.session))).toEqual([401, 'login-needed'])
    expect((await comeIn('Afi', NEXT)).statusCode).toBe(200)
  })
})

describe('a second factor', () => {
  const secret = generateSecret()
  const enrol = (ask: ReturnType<typeof as>) =>
    ask(TEAM_ROUTES.setSecondFactor, { password: PASSWORD, secret, code: codeOf(secret) })

  test('is asked for at the door once it is enrolled, and its code is good once', async () => {
    const admin = as((await logIn(running)).cookie)
    const wrong = await admin(TEAM_ROUTES.setSecondFactor, { password: PASSWORD, secret, code: '000000' })
    expect(answered(wrong)).toEqual([401, 'wrong-code'])
    expect((await enrol(admin)).json().recoveryCodes).toHaveLength(10)
    expect(answered(await comeIn('Afi'))).toEqual([401, 'code-needed'])
    expect(answered(await comeIn('Afi', 'not the password', codeOf(secret)))).toEqual([401, 'wrong-login'])
    expect(answered(await comeIn('Afi', PASSWORD, codeOf(secret))), 'used by enrolling').toEqual([401, 'wrong-code'])
    running.clock.now += 30_000
    const [first, second] = await Promise.all([1, 2].map(() => comeIn('Afi', PASSWORD, codeOf(secret))))
    expect([first?.statusCode, second?.statusCode].sort()).toEqual([200, 401])
  })

  test('is kept sealed under the password, through a change of it', async () => {
    const admin = as((await logIn(running)).cookie)
    await enrol(admin)
    expect(JSON.stringify(await running.store.coordinator('Afi'))).not.toContain(secret)
    await admin(TEAM_ROUTES.changePassword, { password: PASSWORD, next: NEXT })
    running.clock.now += 60_000
    expect((await comeIn('Afi', NEXT, codeOf(secret))).statusCode).toBe(200)
  })

  test('is replaced by a recovery code, each once, as people type them', async () => {
    const admin = as((await logIn(running)).cookie)
    const [code] = (await enrol(admin)).json().recoveryCodes
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
    expect((await comeIn('Afi', PASSWORD, typed)).statusCode).toBe(200)
    expect(answered(await comeIn('Afi', PASSWORD, typed))).toEqual([401, 'wrong-code'])
    expect((await admin(TEAM_ROUTES.account)).json().recoveryLeft).toBe(9)
  })

  test('is guessed slowly from everywhere at once, which no stranger can bring about', async () => {
    await enrol(as((await logIn(running)).cookie))
    const from = (address: string, code: string) =>
      running.app.inject({
        method: 'POST',
        url: CONSOLE_ROUTES.login.path,
        payload: { name: 'Afi', password: PASSWORD, code },
        headers: { origin: 'http://localhost:8080' },
        remoteAddress: address,
      })
    for (let i = 0; i < 5; i++) expect(answered(await from(`203.0.113.${i}`, '000000'))).toEqual([401, 'wrong-code'])
    expect(answered(await from('203.0.113.9', '000000'))).toEqual([429, 'too-many'])
  })

  test('can be required of everybody, by an admin who has one; nothing else is open before it', async () => {
    const admin = as((await logIn(running)).cookie)
    const { cookie } = await logInAs(running, 'editor', 'Koffi')
    const require = () => admin(TEAM_ROUTES.requireSecondFactor, { required: true })
    expect(answered(await require())).toEqual([403, 'enrol-first'])
    await enrol(admin)
    expect((await require()).statusCode).toBe(200)
    const koffi = as(cookie)
    expect(answered(await koffi(CONSOLE_ROUTES.campaigns))).toEqual([403, 'enrol-first'])
    expect((await koffi(CONSOLE_ROUTES.session)).json()).toMatchObject({ secondFactor: false, mustEnrol: true })
    await enrol(koffi)
    expect((await koffi(CONSOLE_ROUTES.session)).json()).toMatchObject({ secondFactor: true, mustEnrol: false })
    expect((await koffi(CONSOLE_ROUTES.campaigns)).statusCode).toBe(200)
  })
})

describe('failed logins', () => {
  test('are told, each name’s first at once and the others with a count, and never with what was typed', async () => {
    await logIn(running)
    for (const password of ['first guess', 'second guess', 'third guess']) await comeIn('Afi', password)
    for (const name of ['my password by mistake', 'another']) await comeIn(name)
    await comeIn('Afi')
    const told = (await journal()).map(({ who, what, count }) => [who, what, count]).reverse()
    expect(told).toEqual([
      ['Afi', 'set-up', null],
      ['Afi', 'login-failed', 1],
      [null, 'login-failed', 1],
      ['Afi', 'login-failed', 2],
      ['Afi', 'logged-in', null],
    ])
    expect(JSON.stringify(await journal())).not.toContain('mistake')
  })
})

describe('the journal', () => {
  test('is read in pages, by person and by word', async () => {
    const admin = as((await logIn(running)).cookie)
    await logInAs(running, 'editor', 'Koffi')
    const page = (query: string) => admin(TEAM_ROUTES.journal, undefined, {}, query)
    const first = (await page('?size=1')).json()
    expect(first).toMatchObject({ entries: [{ who: 'Koffi', what: 'set-up' }], people: ['Afi', 'Koffi'] })
    expect((await page(`?size=1&before=${first.next}`)).json()).toMatchObject({ entries: [{ who: 'Afi' }], next: null })
    expect((await page('?who=Afi&what=set-up')).json().entries).toHaveLength(1)
    for (const query of ['?size=0', '?size=501', '?size=x', '?before=x'])
      expect(answered(await page(query))).toEqual([400, 'not-this-shape'])
  })
})
