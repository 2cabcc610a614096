import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { BatchAnswer } from '../../protocol/batch.ts'
import { proofFrom } from './proof.fixture.ts'
import type { Envelope } from './running.fixture.ts'
import { batchOf } from './signed.fixture.ts'

// Our programs in processes of their own, bundled once: to read them as TypeScript takes each process longer than its work.

const HERE = import.meta.dirname
/** One for each worker: bundling empties it. */
const OUT = join(HERE, '../../node_modules/.cache/programs', String(process.pid))
const PROGRAMS = {
  backup: join(HERE, '../../sync-server/backup.ts'),
  restore: join(HERE, '../../sync-server/restore.ts'),
  server: join(HERE, 'small-server.ts'),
}
type Program = keyof typeof PROGRAMS

let bundled: Promise<unknown> | undefined

const bundle = () =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: OUT,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: { input: PROGRAMS, output: { entryFileNames: '[name].mjs' } },
    },
  })

interface Ended {
  code: number | null
  out: string
  err: string
}

async function launch(program: Program, words: string[], dataDir: string) {
  bundled ??= bundle()
  await bundled
  const child = spawn(process.execPath, [join(OUT, `${program}.mjs`), ...words], {
    env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...said }))
  return { child, said, ended }
}

/** `npm run backup` or `npm run restore`. */
export const runProgram = async (name: 'backup' | 'restore', dataDir: string, ...words: string[]): Promise<Ended> =>
  (await launch(name, words, dataDir)).ended

export interface Server {
  child: ChildProcess
  /** What it said before it listened. */
  said: string
  ended: Promise<Ended>
  send(envelopes: readonly Envelope[]): Promise<BatchAnswer>
  post(path: string, body: unknown): Promise<Response>
  stop(): Promise<Ended>
}

/** Starts a server; rejects with what it said where it did not come up. */
export async function startServer(dataDir: string): Promise<Server> {
  const { child, said, ended } = await launch('server', [], dataDir)
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, found] = /^listening (\d+)$/m.exec(said.out) ?? []
      if (found) resolve(found)
    })
    void ended.then(({ err }) => reject(new Error(err)))
  })
  const origin = `http://127.0.0.1:${port}`
  const headers = { 'content-type': 'application/json' }
  return {
    child,
    said: said.out,
    ended,
    async post(path, value) {
      const body = JSON.stringify(value)
      return fetch(origin + path, { method: 'POST', headers: { ...headers, ...(await proofFrom(origin, body)) }, body })
    },
    async send(envelopes) {
      const batch = batchOf([...envelopes])
      const body = JSON.stringify(batch)
      const response = await fetch(`${origin}/api/v1/batches/${batch.batchId}`, {
        method: 'PUT',
        headers: { ...headers, ...(await proofFrom(origin, body)), 'content-encoding': 'gzip' },
        body: gzipSync(body),
      })
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
      return (await response.json()) as BatchAnswer
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
