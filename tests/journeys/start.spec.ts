import { spawnSync } from 'node:child_process'
import { expect, test } from './fixtures.ts'

test('a server whose port is taken says so in a line, names PORT and ends with 1', async ({ server }) => {
  const { port } = new URL(server.url)
  const { status, stderr } = spawnSync(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: port, HOST: '127.0.0.1', DATA_DIR: server.dataDir },
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(stderr).toBe(`Port ${port} is taken. Choose another, for example: PORT=${Number(port) + 1} npm start\n`)
  expect(status).toBe(1)
  expect((await fetch(`${server.url}/healthz`)).ok).toBe(true)
})
