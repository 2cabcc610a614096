import type { StandDevice } from '../../protocol/stand-routes.ts'

// What can be said of a tablet from its last word and from what has arrived.

type Heard = Pick<StandDevice, 'told' | 'neverArrived'>

/** How many numbers up to the tablet's last one have not come. */
export const notHere = ({ neverArrived }: Pick<StandDevice, 'neverArrived'>): number =>
  neverArrived.reduce((sum, { first, last }) => sum + last - first + 1, 0)

/**
 * How many still wait on the tablet: a batch tells the count before its own delivery, so what has come meanwhile is taken off.
 * Null where the tablet was never heard.
 */
export const stillWaiting = (device: Heard): number | null =>
  device.told && Math.min(device.told.waiting, notHere(device))

/**
 * How many numbers never came and do not wait on the tablet either: they are lost, or a hand-off file has them. What was withdrawn
 * before it was sent never comes, and is no loss.
 */
export const missing = (device: Heard): number =>
  device.told ? Math.max(0, notHere(device) - device.told.waiting - device.told.withdrawn) : 0

/** `3–5, 9`; the first few. */
export function rangeWords(ranges: StandDevice['neverArrived'], most = 6): string {
  const words = ranges.slice(0, most).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  return [...words, ...(ranges.length > most ? ['…'] : [])].join(', ')
}

/** A device's id as people compare it: its first eight letters. */
export const shortId = (device: string): string => device.slice(0, 8)
