// One drain at a time saves requests. It is a courtesy: correctness never rests on it (design §5), so a lock that cannot be
// had within `patienceMs` is done without.
import type { Alarm, Lock } from './ports.ts'

const NAME = 'paraphe-drain'

/** A Web Lock, shared by all pages and the worker; where there are none, work simply begins. */
export function webLock(locks: Pick<LockManager, 'request'> | undefined, alarm: Alarm): Lock {
  return async (work, patienceMs) => {
    if (!locks) return work()
    const { signal, cancel } = alarm(patienceMs)
    let begun = false
    const begin = () => {
      begun = true
      cancel()
      return work()
    }
    try {
      return await locks.request(NAME, { signal }, begin)
    } catch (error) {
      if (begun) throw error
      return work()
    } finally {
      cancel()
    }
  }
}
