// Which of an enrolled tablet's rooms is open. Pure.
import type { Checked } from '../outbox/notes.ts'

export type Room = 'menu' | 'check' | 'kiosk' | 'paper' | 'print' | 'tally' | 'day'

/** What the rule has to know of `Desk`. */
export interface Known {
  checked: Checked | null
  /** The kiosk is in strangers' hands. */
  open: boolean
}

/**
 * `chosen`: where the team wants to go; null when the page begins. Each morning begins with the check, and nothing is opened
 * without one; a tablet that was handed to strangers stays in the kiosk, whatever is reloaded or closed.
 */
export function roomOf({ checked, open }: Known, chosen: Room | null, today: string): Room {
  if (open && (chosen === null || chosen === 'kiosk')) return 'kiosk'
  const ready = checked?.passed === true && checked.day === today
  if (chosen === 'kiosk') return ready ? 'kiosk' : 'check'
  return chosen ?? (ready ? 'menu' : 'check')
}
