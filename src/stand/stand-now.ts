// What the coordinators say of this stand now: dates and cases may have changed, and a tablet may have been revoked.
import { utf8 } from '../../protocol/base64url.ts'
import { pathOf } from '../../protocol/route.ts'
import { STAND_NOW } from '../../protocol/stand.ts'
import { NoAnswer, readAnswer, ServerRefusal } from '../api.ts'
import { signerOf } from '../outbox/device-key.ts'
import { signatureHeaders } from '../outbox/finished-batch.ts'
import type { Enrolled } from '../outbox/notes.ts'
import { alarm } from '../outbox/send.ts'
import type { Storage } from '../outbox/storage.ts'

const PATIENCE_MS = 8000

export interface NowPorts {
  storage: Storage
  fetch(path: string, init: RequestInit): Promise<Response>
  now(): Date
}

/** Asks, and keeps what was said. Returns the server's clock in ms; null where it could not be asked. @throws StorageFailure */
export async function askStandNow(enrolled: Enrolled, ports: NowPorts): Promise<number | null> {
  const { device, key } = enrolled
  const body = utf8(JSON.stringify({ v: 1, device, at: ports.now().toISOString() }))
  const signature = await signerOf(enrolled).sign(body)
  const headers = { 'content-type': 'application/json', ...signatureHeaders({ device, key, signature }) }
  const { signal, cancel } = alarm(PATIENCE_MS)
  try {
    const response = await ports.fetch(pathOf(STAND_NOW, { device }), {
      method: STAND_NOW.method,
      body,
      headers,
      signal,
      mode: 'same-origin',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    })
    const date = Date.parse(response.headers.get('date') ?? '')
    const answer = await readAnswer(STAND_NOW, response).catch((error: unknown) => {
      if (error instanceof ServerRefusal && error.reason === 'revoked-device') return 'revoked' as const
      throw error
    })
    const serverNow = Number.isNaN(date) ? null : date
    await note(ports.storage, device, serverNow, (it) =>
      // Another root is no news that a stand may bring: only an enrolment pins one.
      answer === 'revoked'
        ? { ...it, revoked: true }
        : { ...it, stand: answer.stand.campaign === it.stand.campaign ? answer.stand : it.stand, revoked: false },
    )
    return serverNow
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof ServerRefusal || error instanceof TypeError || signal.aborted)
      return null
    throw error
  } finally {
    cancel()
  }
}

/** This tablet may have been enrolled anew while the answer was on its way. */
const note = (storage: Storage, device: string, serverNow: number | null, change: (it: Enrolled) => Enrolled) =>
  storage.write(async (tx) => {
    const there = await tx.note('enrolled')
    if (there?.device !== device) return
    await tx.putNote('enrolled', change(there))
    if (serverNow !== null) await tx.putMemory({ ...(await tx.memory()), lastContact: serverNow })
  })
