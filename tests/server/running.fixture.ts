import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { BatchAnswer } from '../../protocol/batch.ts'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import type { Role } from '../../protocol/roles.ts'
import { pathOf, type Route } from '../../protocol/route.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { outline, renderPage } from '../../src/petition/pages/render.tsx'
import { type AppOptions, buildApp } from '../../sync-server/app.ts'
import { LIMITS, type Limits } from '../../sync-server/plausible.ts'
import { LIGHT, type Price } from '../../sync-server/price.ts'
import { newSecret, secretHash } from '../../sync-server/secrets.ts'
import { openDataDir } from '../../sync-server/store/data-dir.ts'
import { openStore } from '../../sync-server/store/open-store.ts'
import { content, type Keys, newKeys } from './campaign.fixture.ts'
import { PROVEN, proofFor } from './proof.fixture.ts'
import { batchOf } from './signed.fixture.ts'

// A whole server on a real database in a folder of its own, with a clock that tests can turn.

export const ORIGIN = 'http://localhost:8080'
export const PASSWORD = 'un mot de passe assez long'

export interface Running {
  app: FastifyInstance
  store: Awaited<ReturnType<typeof openStore>>
  dataDir: string
  logs: string[]
  /** `jumped`: ms by which the clock was moved, without time passing. */
  clock: { now: number; jumped: number }
  stop(): Promise<void>
}

export interface RunningOptions
  extends Partial<Pick<AppOptions, 'cspReports' | 'render' | 'readSamples' | 'trustProxy'>> {
  origin?: string
  samples?: CampaignContent[]
  /** Continue on the folder of a server that was stopped. */
  dataDir?: string
  quarantineLimit?: number
  price?: Price
  /** By default a phone may send a full batch; quarantine.test.ts keeps to the real limits. */
  limits?: Limits
  /** Warnings and errors in the log do not fail the test. */
  expectTrouble?: boolean
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'paraphe-server-test-'))

export async function start(options: RunningOptions = {}): Promise<Running> {
  const { samples = [content()], origin = ORIGIN, render = renderPage, quarantineLimit } = options
  const dataDir = options.dataDir ?? newFolder()
  const dist = newFolder()
  const clientDir = builtClient(join(dist, 'client'))
  const logs: string[] = []
  const clock = { now: Date.UTC(2026, 10, 22, 14), jumped: 0 }
  const now = () => clock.now
  const store = await openStore({
    ...(await openDataDir(dataDir)),
    now,
    elapsed: () => clock.now - clock.jumped,
    ...(quarantineLimit === undefined ? {} : { quarantineLimit }),
  })
  await store.addSamplesOnce(samples)
  const app = await buildApp({
    store,
    render,
    outline,
    clientDir,
    previousDirs: [previousBuild(join(dist, 'previous/1')), join(dist, 'previous/2')],
    origin: () => origin,
    readSamples: options.readSamples ?? (async () => samples),
    log: { level: 'debug', to: { write: (line) => void logs.push(line) } },
    trustProxy: options.trustProxy ?? [],
    cspReports: options.cspReports ?? false,
    price: options.price ?? LIGHT,
    limits: options.limits ?? { ...LIMITS, atOnce: 200 },
    now,
  })
  const stop = async () => {
    await app.close()
    await store.close()
    // pino's levels: 40 is a warning.
    const trouble = logs.filter((line) => JSON.parse(line).level >= 40)
    if (trouble.length > 0 && !options.expectTrouble) throw new Error(trouble.join(''))
    rmSync(dist, { recursive: true })
    if (!options.dataDir) rmSync(dataDir, { recursive: true })
  }
  return { app, store, dataDir, logs, clock, stop }
}

/** As vite writes it: the entry, two forms and a chapter that import it, and what the forms share. */
export const MANIFEST = {
  'index.html': {
    file: 'assets/main-abc123.js',
    isEntry: true,
    imports: ['_jsx-1.js'],
    dynamicImports: ['src/petition/SignForm.tsx', 'src/petition/WithdrawRoom.tsx', 'src/i18n/en/chapter.ts'],
    css: ['assets/main-1.css'],
  },
  '_jsx-1.js': { file: 'assets/jsx-1.js' },
  '_Field-1.js': { file: 'assets/Field-1.js', imports: ['index.html'], css: ['assets/Field-1.css'] },
  '_Check-1.js': { file: 'assets/Check-1.js', imports: ['_Field-1.js', 'index.html'], css: ['assets/Check-1.css'] },
  'src/petition/SignForm.tsx': {
    file: 'assets/SignForm-1.js',
    imports: ['index.html', '_Check-1.js', '_Field-1.js'],
    dynamicImports: ['src/petition/keep-here.ts'],
    css: ['assets/SignForm-1.css'],
  },
  'src/petition/WithdrawRoom.tsx': { file: 'assets/WithdrawRoom-1.js', imports: ['index.html', '_Field-1.js'] },
  'src/petition/keep-here.ts': {
    file: 'assets/keep-here-1.js',
    imports: ['src/petition/SignForm.tsx'],
  },
  'src/i18n/en/chapter.ts': { file: 'assets/chapter-1.js', imports: ['index.html'] },
}

/** The styles that every page has. */
export const ENTRY_STYLES = 'body { color: #123456; }'

/** What a build leaves, as far as the server looks at it. */
function builtClient(dir: string): string {
  mkdirSync(join(dir, 'assets'), { recursive: true })
  mkdirSync(join(dir, '.vite'))
  writeFileSync(
    join(dir, 'index.html'),
    '<!doctype html><html lang="fr"><head><!--head--><link rel="stylesheet" crossorigin href="/assets/main-1.css"></head>' +
      '<body><div id="app"><!--app--></div><!--data--></body></html>',
  )
  writeFileSync(join(dir, 'assets/main-1.css'), ENTRY_STYLES)
  writeFileSync(join(dir, 'sw.js'), '// worker')
  // Packed by the build, which their text tells.
  writeFileSync(join(dir, 'sw.js.br'), brotliCompressSync('// worker, by Brotli'))
  writeFileSync(join(dir, 'sw.js.gz'), gzipSync('// worker, by gzip'))
  writeFileSync(join(dir, 'assets/main-abc123.js'), `export const text = '${'paraphe '.repeat(400)}'`)
  writeFileSync(join(dir, '.vite/manifest.json'), JSON.stringify(MANIFEST))
  return dir
}

/** What is left of the build before it. */
function previousBuild(dir: string): string {
  mkdirSync(join(dir, 'assets/console'), { recursive: true })
  writeFileSync(join(dir, 'assets/main-old456.js'), `export const text = '${'earlier '.repeat(400)}'`)
  writeFileSync(join(dir, 'assets/console/Console-old456.js'), '// console')
  return dir
}

/** Calls a route of the protocol as the app's own pages do. */
export async function call(
  { app }: Running,
  route: Route,
  request: {
    parameters?: Record<string, string>
    query?: string
    body?: unknown
    headers?: Record<string, string>
  } = {},
) {
  const { method } = route
  const options: InjectOptions = {
    method,
    url: pathOf(route, request.parameters) + (request.query ?? ''),
    headers: {
      ...(method === 'GET' ? {} : { origin: ORIGIN }),
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
  }
  if (request.body !== undefined) {
    const payload = JSON.stringify(request.body)
    const proof = PROVEN.includes(route) ? await proofFor(app, payload) : {}
    Object.assign(options, { payload, headers: { ...proof, ...options.headers } })
  }
  return app.inject(options)
}

/** Sends a batch and returns the server's answer, which has to be 200. */
export async function send(running: Running, envelopes: unknown[]): Promise<BatchAnswer> {
  return (await sendBatch(running, envelopes)).answer
}

/** The same, with the batch's own id. */
export async function sendBatch(
  running: Running,
  envelopes: unknown[],
): Promise<{ batch: string; answer: BatchAnswer }> {
  const batch = batchOf(envelopes)
  const answer = await call(running, ROUTES.batch, { parameters: { batchId: batch.batchId }, body: batch })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return { batch: batch.batchId, answer: answer.json() }
}

export const verdictsOf = async (running: Running, envelopes: unknown[]): Promise<string[]> =>
  (await send(running, envelopes)).verdicts.map((it) => (it.verdict === 'refused' ? it.reason : it.verdict))

/** A campaign that can be signed. */
export async function openForSigning(running: Running, keys?: Keys): Promise<Keys> {
  const published = keys ?? (await newKeys())
  await running.store.publishKey(published.root, published.sealingKey)
  return published
}

/** Another coordinator, by an invitation. `name` is the role's where it is not given. */
export async function logInAs(running: Running, role: Role, name: string = role): Promise<{ cookie: string }> {
  const token = newSecret()
  const expiresAt = running.clock.now + 60_000
  await running.store.invite({ tokenHash: secretHash(token), role, person: null, madeBy: null, expiresAt })
  const answer = await call(running, CONSOLE_ROUTES.setup, { body: { token, name, password: PASSWORD } })
  return { cookie: cookieOf(answer.headers['set-cookie']) }
}

/** Sets the console up and returns the session's cookie. */
export async function logIn(running: Running): Promise<{ cookie: string }> {
  const token = newSecret()
  await running.store.offerSetup(secretHash(token))
  const answer = await call(running, CONSOLE_ROUTES.setup, { body: { token, name: 'Afi', password: PASSWORD } })
  return { cookie: cookieOf(answer.headers['set-cookie']) }
}

export const cookieOf = (header: string | string[] | number | undefined): string =>
  String(Array.isArray(header) ? header[0] : header).replace(/;.*/s, '')

export const countsOf = async (running: Running): Promise<Record<string, number>> =>
  (await call(running, ROUTES.counts, { parameters: { campaign: 'droits-2024' } })).json()

export type { Envelope }
