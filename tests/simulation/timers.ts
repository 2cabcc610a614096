import { Actor } from './actor.ts'
import type { Due } from './time.ts'

// The global timers as production code finds them in a bundle of the simulation: bundle.mjs puts `globalThis.simulated.` in front
// of their names. A timer belongs to the thread that set it.

interface Timer {
  due: Due
  unref(): Timer
}

const timer = (due: Due): Timer => {
  const it = { due, unref: () => it }
  return it
}

const owner = (): Actor => {
  if (!Actor.running) throw new Error('a timer that belongs to nobody')
  return Actor.running
}

const clear = (it: Timer | undefined): void => {
  if (it) it.due.what = null
}

export const TIMERS = {
  setTimeout: (what: () => void, ms = 0): Timer => timer(owner().after(ms, what)),
  clearTimeout: clear,
  setInterval: (what: () => void, ms: number): Timer => {
    const actor = owner()
    const again = () => {
      it.due = actor.after(ms, again)
      what()
    }
    const it = timer(actor.after(ms, again))
    return it
  },
  clearInterval: clear,
}
