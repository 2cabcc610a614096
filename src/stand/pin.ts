// The stand's PIN: four to eight digits that keep passers-by out of the team's screens. It is no secret worth more than that: what
// is sealed needs no PIN, and whoever holds the tablet for an hour can try them all.
import { fromBase64url, toBase64url } from '../../protocol/base64url.ts'
import type { StandPin } from '../outbox/notes.ts'
import type { Storage } from '../outbox/storage.ts'

/** About a second on a cheap tablet, a quarter elsewhere. */
const ROUNDS = 200_000
const FREE_FAILURES = 2
const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 15 * 60_000

export const isPin = (typed: string): boolean => /^\d{4,8}$/.test(typed)

/** Digits as people see them first: these a stranger tries first too. */
export const isEasyPin = (pin: string): boolean =>
  /^(\d)\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)

export async function newPin(digits: string, rounds = ROUNDS): Promise<StandPin> {
  const salt = toBase64url(crypto.getRandomValues(new Uint8Array(16)))
  return { salt, hash: await slowHash(digits, salt, rounds), rounds, failures: 0, failedAt: 0 }
}

/** How long nobody may try, in ms; 0 when one may. A clock that was set back does not make it shorter, nor longer than it ever was. */
export function waitLeft({ failures, failedAt }: Pick<StandPin, 'failures' | 'failedAt'>, now: number): number {
  if (failures <= FREE_FAILURES) return 0
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES - 1))
  return now < failedAt ? wait : Math.max(0, failedAt + wait - now)
}

export type PinAnswer = { ok: true } | { ok: false; waitMs: number }

/**
 * Tries a PIN. It is counted as a failure before it is looked at, so that no reload forgets one. Where none was chosen, none fits.
 * @throws StorageFailure
 */
export async function tryPin(storage: Storage, digits: string, now: () => number): Promise<PinAnswer> {
  const pin = await storage.write(async (tx) => {
    const there = await tx.note('pin')
    if (!there || waitLeft(there, now()) > 0) return there
    await tx.putNote('pin', { ...there, failures: there.failures + 1, failedAt: now() })
    return there
  })
  if (!pin) return { ok: false, waitMs: 0 }
  const wait = waitLeft(pin, now())
  if (wait > 0) return { ok: false, waitMs: wait }
  const ok = (await slowHash(digits, pin.salt, pin.rounds)) === pin.hash
  if (!ok) return { ok, waitMs: waitLeft({ failures: pin.failures + 1, failedAt: now() }, now()) }
  await storage.write((tx) => tx.putNote('pin', { ...pin, failures: 0, failedAt: 0 }))
  return { ok }
}

async function slowHash(digits: string, salt: string, iterations: number): Promise<string> {
  const password = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, [
    'deriveBits',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64url(salt) as Uint8Array<ArrayBuffer>, iterations }
  return toBase64url(new Uint8Array(await crypto.subtle.deriveBits(how, password, 256)))
}
