import { isIP } from 'node:net'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { isLoopback } from '../protocol/loopback.ts'
import { PlainError } from './plain-error.ts'

// The environment, read once. Everything else takes plain values.

export interface Config {
  port: number
  host: string
  dataDir: string
  /** The address that people use, without a trailing slash; null: loopback, by the port that the server really got. */
  publicUrl: string | null
  /** Addresses and ranges whose word on where a request came from is believed. */
  trustProxy: string[]
  cspReports: boolean
  /** light: proofs of work that cost nothing, to try things out. */
  proofOfWork: 'normal' | 'light'
  /** warn: where nothing is said and somebody looks on: a line for each request would carry the set-up link away. */
  logLevel: (typeof LOG_LEVELS)[number]
}

const LOG_LEVELS = ['silent', 'warn', 'info', 'debug'] as const

/** Settings that the server cannot start with; the message is for who set them. */
export class ConfigError extends PlainError {
  override name = 'ConfigError'
}

const Environment = z.object({
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/)), '8080'),
  // Only this computer, until somebody says otherwise: usually a proxy with a certificate stands in front.
  HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  DATA_DIR: z._default(z.string().check(z.minLength(1)), './data'),
  PUBLIC_URL: z.optional(z.string()),
  DATABASE_URL: z.optional(z.string()),
  TRUST_PROXY: z.optional(z.string()),
  PROOF_OF_WORK: z._default(z.enum(['normal', 'light']), 'normal'),
  CSP_REPORT: z.optional(z.enum(['0', '1'])),
  LOG_LEVEL: z.optional(z.enum(LOG_LEVELS)),
})

const EXPECTED: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  CSP_REPORT: '0 or 1',
  PROOF_OF_WORK: 'normal or light',
  LOG_LEVEL: 'silent, warn, info or debug',
}

/** `onTerminal`: the log goes to somebody's screen, and to no file. @throws ConfigError with a sentence for the person at the terminal. */
export function readConfig(environment: Record<string, string | undefined>, onTerminal = false): Config {
  // An empty variable is how many tools say "not set".
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = z.safeParse(Environment, set)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new ConfigError(`${name} should be ${EXPECTED[name] ?? 'a text'}.`)
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, TRUST_PROXY, DATABASE_URL, PROOF_OF_WORK, CSP_REPORT, LOG_LEVEL } =
    parsed.data
  if (Number(PORT) > 65535) throw new ConfigError(`PORT should be ${EXPECTED.PORT}.`)
  if (DATABASE_URL !== undefined) {
    throw new ConfigError(
      'DATABASE_URL is set, but PostgreSQL comes with a later version. Unset it: the server then keeps everything in DATA_DIR.',
    )
  }
  return {
    port: Number(PORT),
    host: HOST,
    dataDir: resolve(DATA_DIR),
    publicUrl: PUBLIC_URL === undefined ? null : readPublicUrl(PUBLIC_URL),
    trustProxy: TRUST_PROXY === undefined ? [] : readProxies(TRUST_PROXY),
    proofOfWork: PROOF_OF_WORK,
    cspReports: CSP_REPORT === '1',
    logLevel: LOG_LEVEL ?? (onTerminal ? 'warn' : 'info'),
  }
}

function readProxies(text: string): string[] {
  const proxies = text.split(',').map((it) => it.trim())
  if (!proxies.every(isAddressOrRange)) {
    throw new ConfigError(
      'TRUST_PROXY should be addresses or ranges with commas between, such as 127.0.0.1,10.0.0.0/8.',
    )
  }
  return proxies
}

/** A range in CIDR notation (RFC 4632 §3.1). One of zero bits would believe everybody. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128))
}

function readPublicUrl(text: string): string {
  if (!URL.canParse(text))
    throw new ConfigError('PUBLIC_URL should be an address such as https://petition.example.org.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new ConfigError('PUBLIC_URL should begin with https://.')
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password)
    throw new ConfigError('PUBLIC_URL should be an address without a path: Paraphe wants a host name of its own.')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ConfigError(
      'PUBLIC_URL is http, and browsers allow neither offline use nor encryption there. Use https, or http://localhost to try things out.',
    )
  }
  return url.origin
}
