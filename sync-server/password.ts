import { hash, verify } from '@node-rs/argon2'
import { MIN_PASSWORD } from '../protocol/console-routes.ts'
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

export const longEnough = (password: string): boolean => [...normal(password)].length >= MIN_PASSWORD

export const hashPassword = (password: string): Promise<string> => bounded(() => hash(normal(password)))

/** A hash of nothing that anybody knows, so that an unknown name takes as long as a wrong password. */
const nobody = hash(crypto.randomUUID())

/** True where `password` is the one of `passwordHash`; null stands for a coordinator who does not exist. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await nobody)
  return bounded(() => verify(against, normal(password)))
}
