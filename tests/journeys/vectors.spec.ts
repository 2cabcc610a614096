import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import vectors from '../vectors/envelope-v1.json' with { type: 'json' }

// The same sealed samples in the browser's own WebCrypto: what a phone sealed must open in Node, and the other way round.
let host: Server

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: 'tests/protocol/browser-entry.ts', formats: ['es'], fileName: 'entry' } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('nothing was bundled')
  const scripts = new Map(bundle.output.flatMap((it) => (it.type === 'chunk' ? [[`/${it.fileName}`, it.code]] : [])))
  host = createServer((request, response) => {
    const script = scripts.get(request.url ?? '')
    response
      .writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' })
      .end(script ?? '<!doctype html><script type="module" src="/entry.js"></script>')
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
})

test.afterAll(() => host.close())

test('the permanent vectors open in Chromium, with our library and with an independent one', async ({ page }) => {
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}`)
  await page.waitForFunction(() => 'runVectors' in window)
  const outcome = await page.evaluate(() => window.runVectors())
  const bodies = vectors.envelopes.map((it) => it.body)
  expect(outcome.vectorsOpened).toEqual(bodies)
  expect(outcome.vectorsOpenedIndependently).toEqual(bodies)
  expect(outcome.roundTrips).toHaveLength(bodies.length)
  for (const { body, opened, independently } of outcome.roundTrips) {
    expect(opened).toEqual(body)
    expect(independently).toEqual(body)
  }
})
