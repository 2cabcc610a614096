// From a code to an enrolled tablet: each step can be taken again, and the person decides last.
import type { z } from 'zod/mini'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import { type ENROL, enrolStatement } from '../../protocol/stand.ts'
import { NoAnswer, ServerRefusal } from '../api.ts'
import { signerOf } from '../outbox/device-key.ts'
import { beginEnrolment, dropEnrolment, takeUp } from '../outbox/enrolment.ts'
import type { Enrolled, Enrolling } from '../outbox/notes.ts'
import type { Lock } from '../outbox/ports.ts'
import type { Storage } from '../outbox/storage.ts'
import type { EnrolLink } from './enrol-link.ts'

const LOCK_PATIENCE_MS = 5000

export type Answer = z.infer<typeof ENROL.answer>

/** One that the server has taken in, and whose root a person has still to compare. */
export interface Offered {
  enrolling: Enrolling
  answer: Answer
  /** `keyIdOf` the root. */
  rootId: string
}

/** `other-root`: the server names another root than the code does. */
export type EnrolProblem =
  | 'offline'
  | 'unknown-code'
  | 'used-code'
  | 'expired-code'
  | 'revoked-device'
  | 'too-many'
  | 'other-root'
  | 'failed'

const SAID = ['unknown-code', 'used-code', 'expired-code', 'revoked-device', 'too-many'] as const

export interface EnrolPorts {
  storage: Storage
  lock: Lock
  ask(body: z.infer<typeof ENROL.body>): Promise<Answer>
}

/** @throws StorageFailure */
export async function offerOf(link: EnrolLink, ports: EnrolPorts): Promise<Offered | { problem: EnrolProblem }> {
  const enrolling = await beginEnrolment(ports.storage, link.code, link.root)
  const { code, device, key } = enrolling
  const signature = await signerOf(enrolling).sign(enrolStatement(code, device, key) as Uint8Array<ArrayBuffer>)
  try {
    const answer = await ports.ask({ code, device, key, signature })
    const rootId = await keyIdOf(answer.root)
    if (rootId && (link.root === null || link.root === rootId)) return { enrolling, answer, rootId }
    await dropEnrolment(ports.storage)
    return { problem: 'other-root' }
  } catch (error) {
    const problem = problemOf(error)
    // A final no; after any other answer, or none, the same may be asked again.
    if (problem !== 'offline' && problem !== 'too-many' && problem !== 'failed') await dropEnrolment(ports.storage)
    return { problem }
  }
}

/** The person has compared the words and says yes. @throws StorageFailure */
export async function accept({ enrolling, answer }: Offered, { storage, lock }: EnrolPorts): Promise<void> {
  const { code: _, root: __, ...own } = enrolling
  const enrolled: Enrolled = { ...own, ...answer }
  await lock(() => takeUp(storage, enrolled), LOCK_PATIENCE_MS)
}

/** The words differ: this key is never used again. @throws StorageFailure */
export const reject = ({ storage }: EnrolPorts): Promise<void> => dropEnrolment(storage)

function problemOf(error: unknown): EnrolProblem {
  if (error instanceof ServerRefusal) return SAID.find((it) => it === error.reason) ?? 'failed'
  if (error instanceof NoAnswer) return error.why === 'not-our-answer' ? 'failed' : 'offline'
  throw error
}
