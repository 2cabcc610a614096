// What every answer tells about the server itself: whether it was restored from a backup, and what its own date lets go.
import type { Memory, Writing } from './storage.ts'

/** For a server restored from a backup: what it acknowledged less than this before may have to be sent again. */
export const STAYS_SEALED_MS = 14 * 24 * 3600 * 1000

export interface Told {
  epoch: string
  /** Only batches are told a total. */
  accepted?: number
  /** The answer's own date in ms, null where it had none. */
  serverDate: number | null
  /** The total as it was known when the question was sent: answers may overtake each other. */
  acceptedBefore?: number
}

/** Notes an answer, in the transaction that applies it. */
export async function noteAnswer(tx: Writing, told: Told): Promise<void> {
  const memory = await tx.memory()
  const { epoch, serverDate } = told
  const accepted = told.accepted ?? memory.acceptedThere
  const renewed = memory.epoch !== null && memory.epoch !== epoch
  const forgot = renewed || accepted < (told.acceptedBefore ?? memory.acceptedThere)
  const next: Memory = {
    ...memory,
    epoch,
    acceptedThere: forgot ? accepted : Math.max(accepted, memory.acceptedThere),
    lastContact: serverDate ?? memory.lastContact,
    ...(forgot ? { restored: true, askedTo: 0 } : {}),
  }
  await tx.putMemory(next)
  if (forgot) await withdrawAgain(tx)
  if (serverDate === null) return
  await Promise.all([
    tx.dateAnswered(serverDate),
    // Not while the server has to be asked what it lost.
    next.restored ? null : tx.forgetAnswered(serverDate - STAYS_SEALED_MS),
  ])
}

/** A backup may be older than a withdrawal, and its erasure log may be lost with the machine. */
async function withdrawAgain(tx: Writing): Promise<void> {
  for (;;) {
    const acknowledged = await tx.withdrawals('acknowledged', 200)
    if (acknowledged.length === 0) return
    await tx.putWithdrawals(acknowledged.map((it) => ({ ...it, state: 'waiting', answeredAt: 0 })))
  }
}
