import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toBase64url } from '../../protocol/base64url.ts'
import { CampaignSummary, CONSOLE_ROUTES, EnvelopePage } from '../../protocol/console-routes.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { signSealingKey } from '../../protocol/root.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { keyIdOf, type SignedSealingKey } from '../../protocol/sealing-key.ts'
import { content, newKeys, nextKey, sealed } from './campaign.fixture.ts'
import { call, logIn, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'

let running: Running
const campaign = { campaign: 'droits-2024' }

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const unsigned = ({ signature: _, ...key }: SignedSealingKey) => key

describe('publishing a key', () => {
  const publish = (cookie: string, body: unknown, parameters = campaign) =>
    call(running, CONSOLE_ROUTES.publishKey, { parameters, body, headers: { cookie } })
  const refused = async (answer: ReturnType<typeof publish>) => {
    const { statusCode, body } = await answer
    return [statusCode, JSON.parse(body).reason]
  }

  test('is refused where the root did not sign it, for this campaign', async () => {
    const { cookie } = await logIn(running)
    const [mine, other] = [await newKeys(), await newKeys()]
    const elsewhere = await newKeys('elsewhere')
    const later = { ...mine.sealingKey, serial: 7 }
    const no = [422, 'not-signed-by-root']
    expect(await refused(publish(cookie, { root: other.root, sealingKey: mine.sealingKey }))).toEqual(no)
    expect(await refused(publish(cookie, { root: mine.root, sealingKey: later }))).toEqual(no)
    const { root, sealingKey } = elsewhere
    expect(await refused(publish(cookie, { root, sealingKey }))).toEqual(no)
    expect(await refused(publish(cookie, { root, sealingKey }, { campaign: 'elsewhere' }))).toEqual([
      404,
      'unknown-campaign',
    ])
    expect((await running.store.campaign('droits-2024'))?.root).toBeNull()
  })

  test('is refused where the key is no point of the curve, to which no phone could seal', async () => {
    const { cookie } = await logIn(running)
    const { root, rootPrivate, sealingKey } = await newKeys()
    const publicKey = toBase64url(new Uint8Array(65).fill(4))
    const id = (await keyIdOf(publicKey)) as string
    const broken = await signSealingKey({ ...unsigned(sealingKey), publicKey, id }, rootPrivate)
    expect(await refused(publish(cookie, { root, sealingKey: broken }))).toEqual([400, 'not-this-shape'])
  })

  test('opens the campaign; the same key again changes nothing', async () => {
    const { cookie } = await logIn(running)
    const { root, sealingKey } = await newKeys()
    expect((await call(running, ROUTES.campaign, { parameters: campaign })).json().sealingKey).toBeNull()
    for (let i = 0; i < 2; i++) {
      const answer = await publish(cookie, { root, sealingKey })
      expect(answer.statusCode).toBe(200)
      expect(CampaignSummary.parse(answer.json())).toMatchObject({ root, sealingKey })
    }
    expect((await call(running, ROUTES.campaign, { parameters: campaign })).json()).toMatchObject({ root, sealingKey })
  })

  test('another root, a lower serial or the same serial is refused; a higher one takes over', async () => {
    const { cookie } = await logIn(running)
    const { root, rootPrivate, sealingKey } = await newKeys('droits-2024', 5)
    const taken = [409, 'key-already-there']
    await publish(cookie, { root, sealingKey })
    const other = await newKeys('droits-2024', 9)
    expect(await refused(publish(cookie, { root: other.root, sealingKey: other.sealingKey }))).toEqual(taken)
    for (const serial of [4, 5])
      expect(await refused(publish(cookie, { root, sealingKey: await nextKey(rootPrivate, serial) }))).toEqual(taken)
    const next = await nextKey(rootPrivate, 6)
    expect((await publish(cookie, { root, sealingKey: next })).json().sealingKey).toEqual(next)
  })
})

describe('reading what was received', () => {
  test('a cursor that is none is refused, and so is a campaign that is not there', async () => {
    const { cookie } = await logIn(running)
    const wrong = await call(running, CONSOLE_ROUTES.envelopes, {
      parameters: campaign,
      query: '?after=x',
      headers: { cookie },
    })
    expect([wrong.statusCode, wrong.json()]).toEqual([400, { reason: 'not-this-shape' }])
    const nowhere = await call(running, CONSOLE_ROUTES.envelopes, {
      parameters: { campaign: 'elsewhere' },
      headers: { cookie },
    })
    expect(nowhere.json()).toEqual({ reason: 'unknown-campaign' })
  })

  test('comes in pages by order of arrival, each envelope once, bytes unchanged', async () => {
    const { cookie } = await logIn(running)
    const { sealingKey } = await openForSigning(running)
    const one = await sealed(sealingKey, { petitions: ['awa', 'bila'] })
    const sent = Array.from({ length: 1001 }, (_, i) => ({
      ...one,
      id: one.id.slice(0, -6) + i.toString(16).padStart(6, '0'),
    }))
    for (let at = 0; at < sent.length; at += 200) await send(running, sent.slice(at, at + 200))
    const received = []
    let query = '?petitions=awa'
    for (let pages = 1; ; pages++) {
      const answer = await call(running, CONSOLE_ROUTES.envelopes, { parameters: campaign, query, headers: { cookie } })
      const page = EnvelopePage.parse(answer.json())
      received.push(...page.items)
      const [, named] = /^<(.*)>; rel="next"$/.exec(String(answer.headers.link)) ?? []
      if (page.next === null) {
        expect([pages, named]).toEqual([3, undefined])
        break
      }
      query = `?petitions=awa&after=${page.next}`
      // The head knows it before the page has come, with all that was asked for.
      expect(named).toBe(query)
    }
    expect(received.map((it) => it.envelope)).toEqual(sent)
    expect(received[0]).toMatchObject({ receivedAt: '2026-11-22T14:00:00.000Z', late: false })
  })

  test('the summary counts envelopes and, by petition, signatures', async () => {
    const { cookie } = await logIn(running)
    const { sealingKey } = await openForSigning(running)
    await send(running, [
      await sealed(sealingKey, { petitions: ['awa', 'bila'] }),
      await sealed(sealingKey, { kind: 'contact' }),
    ])
    const [summary] = (await call(running, CONSOLE_ROUTES.campaigns, { headers: { cookie } })).json()
    expect(CampaignSummary.parse(summary)).toMatchObject({ sample: true, envelopes: 2, counts: { awa: 1, bila: 1 } })
  })
})

describe('the sample', () => {
  const remove = (cookie: string, id = 'droits-2024') =>
    call(running, CONSOLE_ROUTES.removeSample, { parameters: { campaign: id }, headers: { cookie } })

  test('is not removed while it holds an envelope, and neither is a campaign that is no sample', async () => {
    const { cookie } = await logIn(running)
    await running.store.restoreSamples([content({ id: 'real', sample: false })])
    const real = await remove(cookie, 'real')
    expect([real.statusCode, real.json()]).toEqual([403, { reason: 'not-allowed' }])
    const { sealingKey } = await openForSigning(running)
    const code = newReceiptCode()
    const envelope = await sealed(sealingKey, { code })
    await send(running, [envelope])
    const held = await remove(cookie)
    expect([held.statusCode, held.json()]).toEqual([409, { reason: 'has-signatures' }])
    await running.store.withdraw('droits-2024', envelope.withdrawTag)
    expect((await remove(cookie)).statusCode).toBe(204)
  })

  test('goes, stays away over a restart, and comes back when asked', async () => {
    const { cookie } = await logIn(running)
    const { root, sealingKey } = await openForSigning(running)
    expect((await remove(cookie)).statusCode).toBe(204)
    expect((await remove(cookie)).json()).toEqual({ reason: 'unknown-campaign' })
    await running.store.addSamplesOnce([content()])
    expect((await call(running, CONSOLE_ROUTES.campaigns, { headers: { cookie } })).json()).toEqual([])
    const current = await call(running, ROUTES.campaign, { parameters: { campaign: 'current' } })
    expect([current.statusCode, current.json()]).toEqual([404, { reason: 'unknown-campaign' }])
    const back = await call(running, CONSOLE_ROUTES.restoreSample, { headers: { cookie } })
    // With its root: phones that have seen it accept no other.
    expect(back.json()).toMatchObject([{ id: 'droits-2024', sample: true, root, sealingKey }])
  })

  test('that is away is unknown to whoever asks for it, and takes no key', async () => {
    const { cookie } = await logIn(running)
    const { root, rootPrivate } = await openForSigning(running)
    await remove(cookie)
    const next = { root, sealingKey: await nextKey(rootPrivate, 2) }
    for (const [route, body] of [
      [ROUTES.campaign],
      [ROUTES.counts],
      [CONSOLE_ROUTES.envelopes],
      [CONSOLE_ROUTES.publishKey, next],
    ] as const) {
      const answer = await call(running, route, { parameters: campaign, headers: { cookie }, body })
      expect([answer.statusCode, answer.json()]).toEqual([404, { reason: 'unknown-campaign' }])
    }
    expect(await running.store.publishKey(next.root, next.sealingKey)).toBe('unknown-campaign')
  })

  test('that is away still takes what was sealed for it, and its withdrawal, and shows both when it is back', async () => {
    const { cookie } = await logIn(running)
    const { sealingKey } = await openForSigning(running)
    await remove(cookie)
    const [one, other] = [await sealed(sealingKey), await sealed(sealingKey)]
    expect(await verdictsOf(running, [one, other])).toEqual(['stored', 'stored'])
    await running.store.withdraw('droits-2024', other.withdrawTag)
    expect(await verdictsOf(running, [one, other])).toEqual(['duplicate', 'withdrawn'])
    const [back] = (await call(running, CONSOLE_ROUTES.restoreSample, { headers: { cookie } })).json()
    expect(back).toMatchObject({ id: 'droits-2024', envelopes: 1 })
  })

  test('restored over a campaign that is no sample leaves that one alone', async () => {
    const other = await start({ samples: [content({ sample: false, towns: ['Kara'] })] })
    await other.store.restoreSamples([content({ towns: ['Lomé'] })])
    expect((await other.store.campaign('droits-2024'))?.content.towns).toEqual(['Kara'])
    await other.stop()
  })
})
