import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMPTY_PATH } from '../../protocol/empty.ts'
import { ORIGIN, type Running, start } from './running.fixture.ts'

let running: Running

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const ask = (method: 'GET' | 'POST', headers: Record<string, string>) =>
  running.app.inject({ method, url: EMPTY_PATH, headers })

test.each([
  ['without an origin', 'POST', {}],
  ['of another site', 'POST', { origin: 'https://elsewhere.example' }],
  ['by a form elsewhere', 'POST', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
  ['by a link or a picture', 'GET', {}],
] as const)('a request %s has no browser emptied', async (_, method, headers) => {
  const { statusCode, headers: answered } = await ask(method, headers)
  expect(statusCode).toBeGreaterThanOrEqual(403)
  expect(answered).not.toHaveProperty('clear-site-data')
})

test('a page of our own has the browser clear all that it holds of this site', async () => {
  const { statusCode, headers } = await ask('POST', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' })
  expect([statusCode, headers['clear-site-data'], headers['cache-control']]).toEqual([
    204,
    '"cache", "cookies", "storage"',
    'no-store',
  ])
})
