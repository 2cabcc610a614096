import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { utf8 } from '../../protocol/base64url.ts'
import { newUuid, systemRandom } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { NoAnswer, ServerRefusal } from '../../src/api.ts'
import { alarm, httpPost, httpSend, type Link } from '../../src/outbox/send.ts'
import { answer, envelope, NOON } from './samples.ts'

const DATE = new Date(NOON).toUTCString()
const id = newUuid()
const small = utf8('{"v":1}')
const big = utf8(JSON.stringify({ text: 'sealed '.repeat(5000) }))
/** As sealed bodies are: base64url of what looks like chance. */
const sealed = utf8(Array.from({ length: 120 }, () => envelope().sealed).join(''))
const noSignal = new AbortController().signal

let asked: { path: string; init: RequestInit }[]
let respond: () => Response | Promise<Response>
let link: Link | undefined
let time: number
let takes: number

beforeEach(() => {
  asked = []
  respond = () => Response.json(answer([]), { headers: { date: DATE } })
  link = undefined
  time = 0
  takes = 1
})

const newSend = () =>
  httpSend({
    fetch: async (path, init) => {
      asked.push({ path, init })
      time += takes
      return respond()
    },
    link: () => link,
    clock: () => time,
  })
const bodyOf = (nth: number) => asked[nth]?.init.body as Uint8Array
const isPacked = (nth: number) => new Headers(asked[nth]?.init.headers).get('content-encoding') === 'gzip'

describe('a batch on its way', () => {
  it('goes to this origin by PUT, with its exact bytes, no cookie, no redirect and no cache', async () => {
    await newSend()(small, id, noSignal)
    expect(asked[0]?.path).toBe(`/api/v1/batches/${id}`)
    expect(asked[0]?.init).toMatchObject({
      method: 'PUT',
      mode: 'same-origin',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
    })
    expect(bodyOf(0)).toBe(small)
  })

  it('brings back the answer with the server’s own date', async () => {
    expect(await newSend()(small, id, noSignal)).toEqual({ answer: answer([]), serverDate: NOON })
  })

  it('carries the signature of the device that made it', async () => {
    await newSend()(small, id, noSignal, { 'paraphe-device': id })
    expect(asked[0]?.init.headers).toEqual({ 'content-type': 'application/json', 'paraphe-device': id })
  })

  it('takes no date for none', async () => {
    respond = () => Response.json(answer([]))
    expect((await newSend()(small, id, noSignal)).serverDate).toBeNull()
  })

  it.each(['slow-2g', '2g', '3g'])('is packed on %s, and unpacks to the same bytes', async (effectiveType) => {
    link = { effectiveType }
    await newSend()(big, id, noSignal)
    expect(isPacked(0)).toBe(true)
    expect(bodyOf(0).length).toBeLessThan(big.length / 2)
    expect(gunzipSync(bodyOf(0)).equals(big)).toBe(true)
  })

  it('is packed for who saves data', async () => {
    link = { effectiveType: '4g', saveData: true }
    await newSend()(big, id, noSignal)
    expect(isPacked(0)).toBe(true)
  })

  it('is not packed when it is small', async () => {
    link = { effectiveType: '2g' }
    await newSend()(small, id, noSignal)
    expect(isPacked(0)).toBe(false)
  })

  it.each([undefined, '4g'])(
    'is packed at first, and no longer once it went fast, on a link called %s',
    async (effectiveType) => {
      if (effectiveType) link = { effectiveType }
      const send = newSend()
      await send(sealed, id, noSignal)
      await send(sealed, id, noSignal)
      takes = 60_000
      await send(sealed, id, noSignal)
      await send(sealed, id, noSignal)
      expect([0, 1, 2, 3].map(isPacked)).toEqual([true, false, false, true])
    },
  )

  it('is packed after one that timed out', async () => {
    link = { effectiveType: '4g' }
    const send = newSend()
    await send(sealed, id, noSignal)
    const controller = new AbortController()
    respond = () => {
      controller.abort()
      throw controller.signal.reason
    }
    await expect(send(sealed, id, controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await expect(send(sealed, id, controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect([0, 1, 2].map(isPacked)).toEqual([true, false, true])
  })

  it('goes as it is where packing makes it no smaller', async () => {
    link = { effectiveType: '2g' }
    const noise = systemRandom(5000) as Uint8Array<ArrayBuffer>
    await newSend()(noise, id, noSignal)
    expect(bodyOf(0)).toBe(noise)
    expect(isPacked(0)).toBe(false)
  })

  it('goes as it is where CompressionStream is missing', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    link = { effectiveType: '2g' }
    await newSend()(big, id, noSignal)
    expect(bodyOf(0)).toBe(big)
    vi.unstubAllGlobals()
  })
})

describe('another question', () => {
  it('takes the same road, and its answer comes with the server’s date', async () => {
    const own = { accepted: true as const, epoch: newUuid() }
    respond = () => Response.json(own, { headers: { date: DATE } })
    const post = httpPost(async (path, init) => {
      asked.push({ path, init })
      return respond()
    })
    const body = { campaign: 'c', code: '0123456789ABCDEFGHJKMNPQRS' }
    expect(await post(ROUTES.withdrawal, body, noSignal)).toEqual({ answer: own, serverDate: NOON })
    expect(asked[0]).toMatchObject({
      path: '/api/v1/withdrawals',
      init: { method: 'POST', mode: 'same-origin', credentials: 'omit', redirect: 'error', cache: 'no-store' },
    })
    expect(JSON.parse(asked[0]?.init.body as string)).toEqual(body)
    respond = () => new Response('<html>')
    await expect(post(ROUTES.withdrawal, body, noSignal)).rejects.toMatchObject({ why: 'not-our-answer' })
    respond = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(post(ROUTES.withdrawal, body, noSignal)).rejects.toMatchObject({ why: 'network' })
  })
})

describe('no answer of ours', () => {
  const failure = async () =>
    newSend()(small, id, noSignal).then(
      () => null,
      (error: unknown) => error,
    )

  it.each([
    [
      'a captive portal’s page',
      () => new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['JSON of somebody else', () => Response.json({ ok: true })],
    ['an empty body', () => new Response(null, { status: 204 })],
    ['an answer that was cut short', () => new Response('{"epoch":"6f1c2f2e-3c7c')],
    ['verdicts of another shape', () => Response.json({ ...answer([]), verdicts: [{ index: 0, verdict: 'fine' }] })],
  ])('is %s with status 2xx', async (_, response) => {
    respond = response
    expect(await failure()).toMatchObject({ name: 'NoAnswer', why: 'not-our-answer' })
  })

  it('is a network that fails', async () => {
    respond = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await failure()).toMatchObject({ name: 'NoAnswer', why: 'network' })
  })

  it('is a proxy’s page, with the Retry-After that it asks for', async () => {
    respond = () => new Response('<html>', { status: 503, headers: { 'retry-after': '7' } })
    expect(await failure()).toMatchObject({ why: 'not-our-answer', status: 503, retryAfterSeconds: 7 })
    respond = () => new Response('"no"', { status: 502 })
    expect(await failure()).toBeInstanceOf(NoAnswer)
  })

  it('is told apart from a refusal in Paraphe’s own words', async () => {
    respond = () => Response.json({ reason: 'too-many' }, { status: 429, headers: { 'retry-after': '9' } })
    const error = await failure()
    expect(error).toBeInstanceOf(ServerRefusal)
    expect(error).toMatchObject({ reason: 'too-many', status: 429, retryAfterSeconds: 9 })
  })
})

describe('an alarm', () => {
  it('aborts after its time, and not once it was called off', () => {
    vi.useFakeTimers()
    const rings = alarm(1000)
    const calledOff = alarm(1000)
    vi.advanceTimersByTime(999)
    expect(rings.signal.aborted).toBe(false)
    calledOff.cancel()
    vi.advanceTimersByTime(1)
    expect([rings.signal.aborted, calledOff.signal.aborted]).toEqual([true, false])
    vi.useRealTimers()
  })

  it('ends a send that hangs', async () => {
    const controller = new AbortController()
    const send = httpSend({
      fetch: (_, init) =>
        new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
      link: () => undefined,
      clock: () => 0,
    })
    const sending = send(small, id, controller.signal)
    controller.abort()
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
  })
})
