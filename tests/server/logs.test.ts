import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { newSecret, secretHash } from '../../sync-server/secrets.ts'
import { sealed, signer } from './campaign.fixture.ts'
import { call, cookieOf, logIn, openForSigning, PASSWORD, type Running, send, start } from './running.fixture.ts'
import { batchOf } from './signed.fixture.ts'

const MARK = 'Zzyzxkodjovi'

/** UTF-8, UTF-16 and every alignment of base64. */
const forms = (mark: string): Buffer[] => [
  Buffer.from(mark),
  Buffer.from(mark, 'utf16le'),
  ...[0, 1, 2].map((n) =>
    Buffer.from(
      Buffer.from(' '.repeat(n) + mark)
        .toString('base64')
        .slice(n && 4, -4),
    ),
  ),
]

function found(running: Running, mark: string): string[] {
  const places: [string, Buffer][] = readdirSync(running.dataDir).map((name) => [
    name,
    readFileSync(join(running.dataDir, name)),
  ])
  places.push(['logs', Buffer.from(running.logs.join('\n'))])
  return places.filter(([, bytes]) => forms(mark).some((form) => bytes.includes(form))).map(([name]) => name)
}

test('a mark in clear would be found', async () => {
  const running = await start()
  running.app.log.info({ mark: `x${MARK}` }, 'control')
  expect(found(running, MARK)).toEqual(['logs'])
  await running.stop()
})

test('neither logs nor files hold a signer, a code, a password, a cookie, a query or an address', async () => {
  const running = await start()
  const keys = await openForSigning(running)
  const { cookie } = await logIn(running)
  const code = newReceiptCode()
  const envelope = await sealed(keys.sealingKey, { code, body: signer(MARK) })
  await send(running, [envelope, { person: MARK }])

  // What a confused or hostile client may send in clear.
  const clear = JSON.stringify({ ...batchOf([]), person: MARK })
  const put = (payload: string, headers: Record<string, string> = {}) =>
    running.app.inject({
      method: 'PUT',
      url: `/api/v1/batches/${MARK}?name=${MARK}`,
      payload,
      headers: { 'content-type': 'application/json', 'x-name': MARK, ...headers },
      remoteAddress: '203.0.113.77',
    })
  await put(clear)
  await put(`{"name":"${MARK}"`)
  await put(MARK, { 'content-type': `text/${MARK}` })
  await running.app.inject({ url: `/p/${MARK}?${MARK}`, remoteAddress: '203.0.113.77' })
  await running.app.inject({ url: `/%${MARK}` })
  await call(running, CONSOLE_ROUTES.login, { body: { name: MARK, password: `${MARK} ${PASSWORD}` } })
  await call(running, ROUTES.withdrawal, { body: { campaign: 'droits-2024', code } })

  expect(found(running, MARK)).toEqual([])
  expect(found(running, code)).toEqual([])
  expect(found(running, PASSWORD)).toEqual([])
  expect(found(running, cookieOf(cookie).split('=')[1] as string)).toEqual([])
  const logs = running.logs.join('\n')
  expect(logs).not.toContain('203.0.113.77')
  expect(logs).not.toContain(envelope.sealed.slice(0, 40))
  expect(logs).toContain('"route":"/api/v1/batches/:batchId"')
  expect(logs).toContain('"stored":1')
  await running.stop()
})

test('the set-up token is kept as a hash only', async () => {
  const running = await start()
  const token = newSecret()
  await running.store.offerSetup(secretHash(token))
  expect(found(running, token)).toEqual([])
  expect(found(running, secretHash(token))).not.toEqual([])
  await running.stop()
})
