// Every question to the server has its time, and every failure its meaning.
import type { Alarm, Answered } from './ports.ts'
import { type Trouble, troubleOf } from './setback.ts'

/** 30 s and what a link of 2 kB/s needs for the body. */
export const sendTimeMs = (bytes: number): number => 30_000 + bytes / 2

/** Does `ask` in the time that so many bytes may take: its answer, or why there was none. A mistake in the program passes. */
export async function trying<T>(
  alarm: Alarm,
  bytes: number,
  ask: (signal: AbortSignal) => Promise<Answered<T>>,
): Promise<Answered<T> | Trouble> {
  const { signal, cancel } = alarm(sendTimeMs(bytes))
  try {
    return await ask(signal)
  } catch (error) {
    const trouble = troubleOf(error, signal.aborted)
    if (!trouble) throw error
    return trouble
  } finally {
    cancel()
  }
}
