// A tablet becomes a stand's: its key is on disk before the server hears of it, and the server's answer begins a new numbering.

import { toBase64url } from '../../protocol/base64url.ts'
import { newUuid } from '../../protocol/ids.ts'
import type { Enrolled, Enrolling } from './notes.ts'
import { type Kept, NEW_MEMORY, type Storage, type Writing } from './storage.ts'
import { FORMER } from './verdicts.ts'

const PAGE = 500
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' }

/**
 * What to ask the server with. An enrolment with the same code that was begun before is taken up again, under the same id and key:
 * its answer may have been lost; so is one that began a moment ago, since a camera reads a card more than once. On disk when it resolves. @throws StorageFailure
 */
export async function beginEnrolment(storage: Storage, code: string, root: string | null): Promise<Enrolling> {
  const isIt = (it: Enrolling | null | undefined): it is Enrolling => it?.code === code && it.root === root
  const begun = await storage.read((tx) => tx.note('enrolling'))
  if (isIt(begun)) return begun
  const pair = (await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify'])) as CryptoKeyPair
  const key = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  const enrolling: Enrolling = { code, root, device: newUuid(), key, pair }
  return storage.write(async (tx) => {
    const meanwhile = await tx.note('enrolling')
    if (isIt(meanwhile)) return meanwhile
    await tx.putNote('enrolling', enrolling)
    return enrolling
  })
}

/** The server, or the person, said no to it: the next try begins with a new key. @throws StorageFailure */
export const dropEnrolment = (storage: Storage): Promise<void> => storage.write((tx) => tx.putNote('enrolling', null))

/**
 * The server has taken this tablet in. Its root is pinned, and what waits here goes on waiting, numbered anew under the new id. To
 * be done under the drain's lock, so that nothing is on its way under the old one meanwhile. Twice changes nothing.
 * @throws StorageFailure
 */
export const takeUp = (storage: Storage, enrolled: Enrolled): Promise<void> =>
  storage.write(async (tx) => {
    const before = await tx.note('enrolled')
    await tx.putNote('enrolled', enrolled)
    if (before?.device === enrolled.device) return
    await tx.putNote('enrolling', null)
    const { campaign } = enrolled.stand
    const pin = await tx.pin(campaign)
    if (pin?.root !== enrolled.root) await tx.putPin(campaign, { root: enrolled.root, serial: 0 })
    await numberAnew(tx)
  })

/**
 * Each enrolment numbers from 1 and counts what it captured itself (design §4). What the server acknowledged before was counted
 * there under the former id; it stays here all the same, for a server that is restored.
 */
async function numberAnew(tx: Writing): Promise<void> {
  const waiting = await putAnew(tx, 'waiting', 0)
  // All at once: their new numbers may be higher than the old, and would be met again.
  const refused = await tx.inState('refused', 10_000)
  await tx.putEntries(refused.map((entry, n) => ({ ...entry, seq: waiting + n + 1 })))
  await putAnew(tx, 'accepted', await highestFormer(tx))
  const captured = waiting + refused.length
  await tx.putTally({ captured, waiting, accepted: 0, refused: refused.length, withdrawn: 0, lastSeq: captured })
  const { epoch, restored, lastContact } = await tx.memory()
  await tx.putMemory({ ...NEW_MEMORY, epoch, restored, lastContact })
}

/** Numbers all of a state on from `last`, in their order; returns the last number given. */
async function putAnew(tx: Writing, state: 'waiting' | 'accepted', last: number): Promise<number> {
  let number = last
  for (let after = 0; ; ) {
    const page: Kept[] = (await tx.inState(state, PAGE, after)).filter((entry) => entry.seq < FORMER)
    if (page.length === 0) return number
    after = page.at(-1)?.seq ?? after
    await tx.putEntries(page.map((entry) => ({ ...entry, seq: ++number })))
  }
}

async function highestFormer(tx: Writing): Promise<number> {
  for (let highest = FORMER; ; ) {
    const page = await tx.inState('accepted', PAGE, highest)
    highest = page.at(-1)?.seq ?? highest
    if (page.length < PAGE) return highest
  }
}
