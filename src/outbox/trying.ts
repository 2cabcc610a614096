// Every question to the server has its time, and every failure its meaning.
import { NoAnswer } from '../api.ts'
import type { Alarm, Answered } from './ports.ts'
import { type Trouble, troubleOf } from './setback.ts'

/** 30 s and what a link of 2 kB/s needs for the body. */
export const sendTimeMs = (bytes: number): number => 30_000 + bytes / 2

/** Does `ask` in the time that so many bytes may take. @throws NoAnswer `timeout` when it is over, else what `ask` throws. */
export async function timed<T>(alarm: Alarm, bytes: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { signal, cancel } = alarm(sendTimeMs(bytes))
  try {
    return await ask(signal)
  } catch (cause) {
    throw signal.aborted ? new NoAnswer('timeout', null, { cause }) : cause
  } finally {
    cancel()
  }
}

/** The answer, or why there was none. A mistake in the program passes. */
export async function orTrouble<T>(asked: Promise<Answered<T>>): Promise<Answered<T> | Trouble> {
  try {
    return await asked
  } catch (error) {
    const trouble = troubleOf(error)
    if (!trouble) throw error
    return trouble
  }
}

/** Both: a question that needs no proof. */
export const trying = <T>(
  alarm: Alarm,
  bytes: number,
  ask: (signal: AbortSignal) => Promise<Answered<T>>,
): Promise<Answered<T> | Trouble> => orTrouble(timed(alarm, bytes, ask))
