// One drain at a time saves requests. It is a courtesy: correctness never rests on it (design §5), so a lock that cannot be
// had within `patienceMs` is done without.
export type Lock = <T>(work: () => Promise<T>, patienceMs: number) => Promise<T>

const NAME = 'paraphe-drain'

/** A Web Lock, shared by all pages and the worker; where there are none, work simply begins. */
export function webLock(locks: LockManager | undefined): Lock {
  return async (work, patienceMs) => {
    if (!locks) return work()
    const impatient = new AbortController()
    const timer = setTimeout(() => impatient.abort(), patienceMs)
    let begun = false
    const begin = () => {
      begun = true
      clearTimeout(timer)
      return work()
    }
    try {
      return await locks.request(NAME, { signal: impatient.signal }, begin)
    } catch (error) {
      if (begun) throw error
      return work()
    } finally {
      clearTimeout(timer)
    }
  }
}
