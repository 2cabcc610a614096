import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import type { Route } from '../../protocol/route.ts'
import { DUMP_ROUTES } from '../../protocol/sealed-dump.ts'
import { fetchedDump } from '../../src/console/export/fetch-dump.ts'
import { checkDump } from '../../src/console/export/read-dump.ts'
import { sealed } from './campaign.fixture.ts'
import { call, logIn, openForSigning, type Running, send, start } from './running.fixture.ts'
import { coordinator } from './stands.fixture.ts'

let running: Running
const parameters = { campaign: 'droits-2024' }

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

describe('what a sealed dump needs', () => {
  test('is refused to whoever is not logged in, and of a campaign that is not there', async () => {
    const routes = Object.values(DUMP_ROUTES)
    for (const route of routes) expect((await call(running, route, { parameters })).statusCode).toBe(401)
    const { cookie } = await logIn(running)
    for (const route of routes) {
      const answer = await call(running, route, { parameters: { campaign: 'ailleurs' }, headers: { cookie } })
      expect([answer.statusCode, answer.json().reason]).toEqual([404, 'unknown-campaign'])
    }
  })

  test('is refused after a cursor that nobody was given', async () => {
    const { cookie } = await logIn(running)
    const answer = await call(running, DUMP_ROUTES.withdrawals, { parameters, headers: { cookie }, query: "?after='" })
    expect(answer.statusCode).toBe(400)
  })
})

test('a dump from the server carries what was withdrawn, also while it was being saved', async () => {
  const { sealingKey } = await openForSigning(running)
  const { cookie } = await logIn(running)
  await coordinator(running, cookie).make()
  const codes = Array.from({ length: 4 }, newReceiptCode)
  const envelopes = await Promise.all(codes.map((code) => sealed(sealingKey, { code })))
  await send(running, envelopes)
  const withdraw = async (code = '') => running.store.withdraw('droits-2024', await withdrawTag('droits-2024', code))
  await withdraw(codes[0])
  // Before it ever came: only its tag is known.
  await withdraw(newReceiptCode())

  const get = async (route: Route, after: string | null = null) =>
    (
      await call(running, route, { parameters, headers: { cookie }, query: after === null ? '' : `?after=${after}` })
    ).json()
  const calls = {
    facts: () => get(DUMP_ROUTES.facts),
    envelopes: async (after: string | null) => {
      const page = await get(CONSOLE_ROUTES.envelopes, after)
      await withdraw(codes[1])
      return page
    },
    withdrawals: (after: string | null) => get(DUMP_ROUTES.withdrawals, after),
  }
  const lines: Uint8Array[] = []
  for await (const line of fetchedDump(calls, { savedAt: '2026-11-25T03:00:00Z' })) lines.push(Buffer.from(line))

  const checked = await checkDump(async function* () {
    // In pieces that end in the middle of a line.
    const file = Buffer.concat(lines)
    for (let at = 0; at < file.length; at += 1000) yield file.subarray(at, at + 1000)
  })
  const ids: string[] = []
  for await (const page of checked.pages()) ids.push(...page.map((it) => it.envelope.id))
  expect(ids.sort()).toEqual([envelopes[2]?.id, envelopes[3]?.id].sort())
  expect(checked.tail).toMatchObject({ envelopes: 3, withdrawn: 3 })
  expect([...checked.withdrawn.envelopes].sort()).toEqual([envelopes[0]?.id, envelopes[1]?.id].sort())
  expect(checked.head).toMatchObject({ campaign: { id: 'droits-2024' }, keys: [sealingKey] })
  expect(checked.head.consentTexts.map(({ id }) => id)).toEqual(['code-1', 'sign-2'])
  expect(checked.head.stands).toEqual([{ id: 'marche-d-adidogome', name: 'Marché d’Adidogomé' }])
})

test('withdrawals come page by page, none twice and none left out', async () => {
  await openForSigning(running)
  const tags = await Promise.all(Array.from({ length: 7 }, () => withdrawTag('droits-2024', newReceiptCode())))
  for (const tag of tags) await running.store.withdraw('droits-2024', tag)
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const page = await running.store.withdrawals('droits-2024', after, 3)
    found.push(...(page?.tags ?? []))
    after = page?.next ?? null
    if (after === null) break
  }
  expect(found).toEqual([...tags].sort())
})
