import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderPage } from '../src/petition/pages/render-contract.ts'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { projectRoot } from './project-root.ts'
import { readSamples } from './samples.ts'
import { newSecret, secretHash } from './secrets.ts'
import { openStore } from './store/open-store.ts'

// Config → store → app → listen → graceful close. Lines for people go to the standard output, the log to standard error.

/** Open requests may finish; a proxy that keeps lines open may not hold the server up. */
const CLOSE_MS = 10_000

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  // Whatever this process writes is for its own account only.
  process.umask(0o077)
  const config = readConfig(process.env)
  const root = projectRoot()
  const samples = () => readSamples(join(root, 'content'))
  // Built apart, because pages are Preact and this program has no DOM types.
  const pages: { renderPage: RenderPage } = await import(
    /* @vite-ignore */ pathToFileURL(join(root, 'dist/server/pages.js')).href
  )

  const store = await openStore({ dataDir: config.dataDir })
  await store.addSamplesOnce(await samples())

  let origin = config.publicUrl ?? ''
  const app = await buildApp({
    store,
    render: pages.renderPage,
    clientDir: join(root, 'dist/client'),
    previousDirs: [join(root, 'dist/previous/1'), join(root, 'dist/previous/2')],
    origin: () => origin,
    readSamples: samples,
    trustProxy: config.trustProxy,
    log: { level: config.logLevel },
    cspReports: config.cspReports,
  })
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  if (!config.publicUrl && address && typeof address === 'object') origin = `http://localhost:${address.port}`
  say(`Paraphe: ${origin}/`)

  const token = newSecret()
  if (await store.offerSetup(secretHash(token))) {
    say('Nobody can enter the console yet. Open this link once to choose your password; each start makes a new one:')
    say(`${origin}/console/setup#${token}`)
  }

  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), CLOSE_MS).unref()
    await app.close()
    await store.close()
  }
  process.on('SIGTERM', () => void close())
  process.on('SIGINT', () => void close())
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error))
  process.exit(1)
})

function sentenceFor(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another, for example: PORT=${(port ?? 8080) + 1} npm start`
  return error
}
