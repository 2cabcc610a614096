import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { proofFrom } from '../server/proof.fixture.ts'
import { expect, readyOffline, test } from './fixtures.ts'
import { ask, openCampaign, sealedSignature } from './open-campaign.ts'
import { AFI, KODJO, sendNow, sign, spoilOldestEnvelope } from './people.ts'

// What the road does to a signature that is on its way. The network's faults are made in front of a real server.
const NONE = { 'joel-paredes': 0, 'manahel-al-otaibi': 0, 'maryia-kalesnikava': 0 }
const BOTH = { ...NONE, 'joel-paredes': 1, 'manahel-al-otaibi': 1 }
const BATCHES = '**/api/v1/batches/*'

test('an answer that was lost does not count a signature twice', async ({ context, server, phone }) => {
  await openCampaign(server)
  await phone.reload()
  let lost = true
  let sent = 0
  await context.route(BATCHES, async (route) => {
    sent++
    const answer = await route.fetch()
    // The server has committed; the device never hears of it.
    return lost ? route.abort('connectionreset') : route.fulfill({ response: answer })
  })
  await sign(phone, AFI)
  await expect.poll(() => server.counts()).toEqual(BOTH)
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()

  lost = false
  await sendNow(phone)
  await expect(phone.getByText('Votre envoi est arrivé.')).toBeVisible()
  expect(sent).toBeGreaterThan(1)
  expect(await server.counts()).toEqual(BOTH)
})

test('a captive portal that answers everything with its own page takes nothing', async ({ context, server, phone }) => {
  await openCampaign(server)
  await phone.reload()
  let asked = 0
  await context.route(BATCHES, (route) => {
    asked++
    return route.fulfill({ status: 200, contentType: 'text/html', body: '<html>Welcome to Café Wifi</html>' })
  })
  await sign(phone, AFI)
  await expect.poll(() => asked).toBeGreaterThan(0)
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
  expect(await server.counts()).toEqual(NONE)

  await context.unroute(BATCHES)
  await sendNow(phone)
  await expect.poll(() => server.counts()).toEqual(BOTH)
})

test('a server that answers 500 keeps the signature waiting, and gets it later', async ({ context, server, phone }) => {
  await openCampaign(server)
  await phone.reload()
  let asked = 0
  await context.route(BATCHES, (route) => {
    asked++
    return route.fulfill({ status: 500, json: { reason: 'server-error' } })
  })
  await sign(phone, AFI)
  await expect.poll(() => asked).toBeGreaterThan(0)
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()

  await context.unroute(BATCHES)
  await sendNow(phone)
  await expect.poll(() => server.counts()).toEqual(BOTH)
})

test('one bad envelope is refused with its reason, in sight, and the others are stored', async ({
  context,
  server,
  phone,
}) => {
  await openCampaign(server)
  await phone.reload()
  await readyOffline(phone)
  await context.setOffline(true)
  await sign(phone, AFI)
  await sign(phone, KODJO)
  await spoilOldestEnvelope(phone)
  await context.setOffline(false)
  await sendNow(phone)

  await expect(
    phone.getByText('Le serveur ne connaît pas cette pétition. Montrez ce pli à la coordination.'),
  ).toBeVisible()
  await expect.poll(() => server.counts()).toEqual(BOTH)
})

test('a server that is asked for nonsense says which, changes nothing and stays up', async ({ server }) => {
  const { cookie } = await openCampaign(server)
  const good = await sealedSignature(server)
  const batchId = '8a1c9a52-8f3c-4b53-9f0a-0a3f3f7b9d11'
  const contact = { captured: 1, waiting: 1, refused: 0, withdrawn: 0, lastSeq: 1 }
  const batch = (items: unknown[]) => JSON.stringify({ v: 1, batchId, items, contact })
  const put = async (body: string, type = 'application/json') => {
    const answer = await fetch(`${server.url}/api/v1/batches/${batchId}`, {
      method: 'PUT',
      body,
      headers: { 'content-type': type, ...(await proofFrom(server.url, body)) },
    })
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  await put(batch([{ seq: 1, envelope: good }]))

  expect(await put('{"v":1')).toEqual({ status: 400, reason: 'not-json' })
  expect(await put('{"v":1}')).toEqual({ status: 400, reason: 'not-this-shape' })
  expect(await put(batch([]), 'text/plain')).toEqual({ status: 415, reason: 'wrong-content-type' })
  expect(await put(batch(['x'.repeat(300_000)]))).toEqual({ status: 413, reason: 'too-large' })
  const unknown = await fetch(`${server.url}/api/v1/campaigns/nobody-knows-it`)
  expect({ status: unknown.status, ...((await unknown.json()) as object) }).toEqual({
    status: 404,
    reason: 'unknown-campaign',
  })

  expect(await server.counts()).toEqual({ ...NONE, 'joel-paredes': 1 })
  const page = (await (await ask(server, CONSOLE_ROUTES.envelopes, { cookie })).json()) as {
    items: { envelope: unknown }[]
  }
  expect(page.items.map((it) => it.envelope)).toEqual([good])
})
