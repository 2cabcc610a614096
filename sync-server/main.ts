import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isLoopback } from '../protocol/loopback.ts'
import type { RenderPage, SiteOutline } from '../src/petition/pages/render-contract.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { openingLines } from './opening-lines.ts'
import { LIGHT, NORMAL } from './price.ts'
import { projectRoot } from './project-root.ts'
import { plainly, run, say } from './run.ts'
import { readSampleCards, readSamples } from './samples.ts'
import { newSecret, secretHash } from './secrets.ts'
import { openDataDir } from './store/data-dir.ts'
import { openStore } from './store/open-store.ts'

// Config → store → app → listen → graceful close. Lines for people go to the standard output, the log to standard error.

/** Open requests may finish; a proxy that keeps lines open may not hold the server up. */
const CLOSE_MS = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env, process.stderr.isTTY)
  const root = projectRoot()
  const samples = () => readSamples(join(root, 'content'))
  // Built apart, because pages are Preact and this program has no DOM types.
  const pages: { renderPage: RenderPage; outline: SiteOutline } = await import(
    /* @vite-ignore */ pathToFileURL(join(root, 'dist/server/pages.js')).href
  )

  const store = await openStore(await openDataDir(config.dataDir))
  for (const line of openingLines(store.opening)) say(line)
  await store.addSamplesOnce(await samples())
  await store.addSampleCards(await readSampleCards(join(root, 'content')))

  let origin = config.publicUrl ?? ''
  const app = await buildApp({
    store,
    render: pages.renderPage,
    outline: pages.outline,
    clientDir: join(root, 'dist/client'),
    previousDirs: [join(root, 'dist/previous/1'), join(root, 'dist/previous/2')],
    origin: () => origin,
    readSamples: samples,
    trustProxy: config.trustProxy,
    log: { level: config.logLevel },
    cspReports: config.cspReports,
    price: config.proofOfWork === 'light' ? LIGHT : NORMAL,
  })
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  if (!config.publicUrl && address && typeof address === 'object') origin = `http://localhost:${address.port}`
  say(`Paraphe: ${origin}/ (coordinators: ${origin}/console)`)
  if (!config.publicUrl && !isLoopback(config.host))
    say(
      'Other devices can read it and not sign: browsers encrypt on https alone. Set PUBLIC_URL to an https address (docs/operations.md).',
    )

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

void run(main, (error) => {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another, for example: PORT=${(port ?? 8080) + 1} npm start`
  return plainly(error)
})
