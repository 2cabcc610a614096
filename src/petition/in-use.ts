// Whether a person is in the middle of something here: nothing may reload the page or change it under their hands.
const holders = new Set<object>()
const listeners = new Set<() => void>()

/** Says that something is in use until the function that comes back is called. */
export function hold(): () => void {
  const holder = {}
  holders.add(holder)
  tell()
  return () => {
    holders.delete(holder)
    tell()
  }
}

export const isInUse = (): boolean => holders.size > 0

/** Calls `listener` at each change, until the function that comes back is called. */
export function onUseChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}
