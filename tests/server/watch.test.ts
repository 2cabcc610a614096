import { renameSync, writeFileSync } from 'node:fs'
import type { InjectOptions } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { erasuresFile } from '../../sync-server/store/data-dir.ts'
import { sealed } from './campaign.fixture.ts'
import { openForSigning, type Running, type RunningOptions, send, start } from './running.fixture.ts'

let running: Running
afterEach(() => running.stop())

const begin = async (options: RunningOptions = {}) => {
  running = await start(options)
}
const get = (url: string, options: InjectOptions = {}) =>
  running.app.inject({ url, headers: { host: '127.0.0.1:8080' }, ...options })

describe('/readyz', () => {
  test('says that the store answers and a withdrawal could be written down', async () => {
    await begin()
    const answer = await get('/readyz')
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready', store: true, erasures: true }])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' })
  })

  test('says no where the erasure log is not the one that a restore would find', async () => {
    await begin()
    const log = erasuresFile(running.dataDir)
    renameSync(log, `${log}.1`)
    expect((await get('/readyz')).statusCode).toBe(503)
    writeFileSync(log, '')
    const answer = await get('/readyz')
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not-ready', store: true, erasures: false }])
    expect((await get('/healthz')).statusCode, 'the process lives').toBe(200)
    renameSync(`${log}.1`, log)
    expect((await get('/readyz')).statusCode).toBe(200)
  })
})

describe('/metrics', () => {
  test('counts what came, what was withdrawn and what was answered, and names nobody', async () => {
    await begin()
    const { sealingKey } = await openForSigning(running)
    const one = await sealed(sealingKey)
    await send(running, [one, await sealed(sealingKey)])
    await send(running, [one])
    await running.store.withdraw(one.campaign, one.withdrawTag)
    await get('/p/awa?a=b')
    const { body, headers } = await get('/metrics')
    expect(headers).toMatchObject({
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
    for (const line of [
      '# TYPE paraphe_envelopes gauge',
      'paraphe_ready{part="store"} 1',
      'paraphe_ready{part="erasures"} 1',
      'paraphe_envelopes{campaign="droits-2024"} 1',
      'paraphe_withdrawals{campaign="droits-2024"} 1',
      'paraphe_verdicts_total{verdict="stored"} 2',
      'paraphe_verdicts_total{verdict="duplicate"} 1',
      'paraphe_answers_total{method="GET",route="/p/:slug",status="2xx"} 1',
    ])
      expect(body.split('\n')).toContain(line)
    // Each line is a comment or a sample, each name is told once, and nothing of the envelopes stands there.
    const lines = body.trimEnd().split('\n')
    for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/)
    const types = lines.filter((it) => it.startsWith('# TYPE'))
    expect(new Set(types).size).toBe(types.length)
    expect(body).not.toContain(one.id)
    expect(body).not.toContain(one.withdrawTag)
  })

  test.each([
    ['another address', { remoteAddress: '10.0.0.7' }],
    ['another name', { headers: { host: 'petition.example.org' } }],
    ['a proxy on this machine', { headers: { host: 'localhost', 'x-forwarded-for': '203.0.113.9' } }],
    ['a proxy that says so in other words', { headers: { host: 'localhost', forwarded: 'for=203.0.113.9' } }],
  ] satisfies [string, InjectOptions][])('is not there for who asks by %s', async (_, options) => {
    await begin({ trustProxy: ['127.0.0.1'], origin: 'https://petition.example.org' })
    const answer = await get('/metrics', options)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).not.toContain('paraphe_envelopes')
    expect((await get('/metrics')).statusCode, 'from here').toBe(200)
  })

  test('is there for nobody while a public server does not know its proxy', async () => {
    await begin({ origin: 'https://petition.example.org' })
    expect((await get('/metrics')).statusCode).toBe(404)
  })
})
