import { spawnSync } from 'node:child_process'
import { expect, test } from './fixtures.ts'
import type { TestServer } from './server.ts'

const second = (server: TestServer, dataDir: string) =>
  spawnSync(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: new URL(server.url).port, HOST: '127.0.0.1', DATA_DIR: dataDir },
    encoding: 'utf8',
    timeout: 20_000,
  })

test('a server whose port is taken says so in a line, names PORT and ends with 1', async ({ server }, info) => {
  const port = Number(new URL(server.url).port)
  const { status, stderr } = second(server, info.outputPath('data'))
  expect(stderr).toBe(`Port ${port} is taken. Choose another, for example: PORT=${port + 1} npm start\n`)
  expect(status).toBe(1)
  expect((await fetch(`${server.url}/healthz`)).ok).toBe(true)
})

test('a second server on the same folder says so in a line, and leaves the first alone', async ({ server }) => {
  const { status, stderr } = second(server, server.dataDir)
  expect(stderr).toBe(
    `Another Paraphe is at work on ${server.dataDir}. Stop it first, or set DATA_DIR to a folder of its own.\n`,
  )
  expect(status).toBe(1)
  expect((await fetch(`${server.url}/healthz`)).ok).toBe(true)
})
