import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealed } from './campaign.fixture.ts'
import { proofFor } from './proof.fixture.ts'
import { openForSigning, type Running, start } from './running.fixture.ts'
import { batchOf } from './signed.fixture.ts'

// What inject cannot show: a real port, and lines that are no HTTP.

let running: Running
let port: number

beforeEach(async () => {
  running = await start()
  port = Number(new URL(await running.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterEach(() => running.stop())

function say(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (bytes) => {
      answer += bytes
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

test('what is no HTTP gets a word and the policy', async () => {
  const answer = await say('GARBAGE\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('content-security-policy: default-src')
  expect(answer).toMatch(/\r\n\r\n{"reason":"not-this-shape"}$/)
})

test('a request that never ends gets the word for it', async () => {
  // The real wait is minutes; Node reports its end to the same listener.
  running.app.server.once('connection', (socket) => {
    const late = Object.assign(new Error('timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    setTimeout(() => running.app.server.emit('clientError', late, socket), 50)
  })
  const answer = await say(
    'PUT /api/v1/batches/x HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toMatch(/{"reason":"too-slow"}$/)
})

test('data and pages come over a real line with their own status', async () => {
  for (const path of ['/api/v1/campaigns/current', '/', '/sw.js', '/healthz']) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    expect(response.status).toBe(200)
    expect((await response.text()).length).toBeGreaterThan(5)
  }
})

test('closing waits for a batch that is on its way', async () => {
  const { sealingKey } = await openForSigning(running)
  const batch = batchOf([await sealed(sealingKey)])
  const body = JSON.stringify(batch)
  const [proof] = Object.entries(await proofFor(running.app, body))
  const head = `PUT /api/v1/batches/${batch.batchId} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${proof?.join(': ')}\r\n`
  const socket = connect(port, '127.0.0.1')
  socket.write(`${head}content-length: ${body.length}\r\n\r\n${body.slice(0, 50)}`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = running.app.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.write(body.slice(50))
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 .*"verdict":"stored"/s)
  socket.end()
  await closed
})
