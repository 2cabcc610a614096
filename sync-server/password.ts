import { hash, hashRaw, verify } from '@node-rs/argon2'
import { MIN_PASSWORD } from '../protocol/console-routes.ts'
import { COMMON } from './common-passwords.ts'
import { Refusal } from './refusal.ts'

// argon2id with 19 MiB, two passes, one lane: OWASP's first choice, and this library's default.

/** Each one takes 19 MiB and a thread; who comes beyond that waits outside. */
const AT_ONCE = 16
let running = 0

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) throw new Refusal('overloaded', { retryAfterSeconds: 2 })
  running++
  try {
    return await work()
  } finally {
    running--
  }
}

/** The same characters typed on another keyboard may be other code points (NIST SP 800-63B §3.1.1.2). */
const normal = (password: string) => password.normalize('NFKC')

/** How many characters of one's own there have to be beside one's name. */
const MIN_BESIDE_NAME = 6

/** Whether a password may be chosen: long enough, none of those that everybody tries, and not one's own name again. */
export function goodEnough(password: string, name: string): boolean {
  if ([...normal(password)].length < MIN_PASSWORD) return false
  const plain = folded(password)
  const letters = plain.replace(/\d+/g, '')
  if (COMMON.has(plain) || COMMON.has(letters) || COMMON.has(period(letters)) || COMMON.has(period(plain))) return false
  // abcabcabcabc, 111111111111, 123456789012
  if (period(plain).length <= 4 || isRun(plain)) return false
  const beside = folded(name, ' ')
    .split(' ')
    .filter((part) => part.length > 2)
    .reduce((rest, part) => rest.replaceAll(part, ''), letters)
  return beside === letters || beside.length >= MIN_BESIDE_NAME
}

/** Without case, accents, spaces and signs; `gap` stands for what lies between words. */
const folded = (text: string, gap = ''): string =>
  normal(text)
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, gap)

/** The shortest part that makes the text when it is repeated. */
function period(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return at < 0 ? text : text.slice(0, at)
}

const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz']

/** Each character follows the one before, up or down, round the corner too. */
function isRun(text: string): boolean {
  return ROWS.some((row) =>
    [1, row.length - 1].some((step) =>
      [...text].every((it, i) => {
        const before = row.indexOf(text.charAt(i - 1))
        return row.includes(it) && (i === 0 || row.indexOf(it) === (before + step) % row.length)
      }),
    ),
  )
}

export const hashPassword = (password: string): Promise<string> => bounded(() => hash(normal(password)))

/** 32 bytes for a cipher, as dear to guess as the hash, and without anything in common with it but the password. */
export const passwordKey = (password: string, salt: Uint8Array): Promise<Buffer> =>
  bounded(() => hashRaw(normal(password), { salt, outputLen: 32 }))

/** A hash of nothing that anybody knows, so that an unknown name takes as long as a wrong password. */
const nobody = hash(crypto.randomUUID())

/** True where `password` is the one of `passwordHash`; null stands for a coordinator who does not exist. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await nobody)
  return bounded(() => verify(against, normal(password)))
}
