// What this device has signed and not yet sent, apart from what the server has counted. On the first-paint path: what counts and
// says it comes later, and only where something waits.
import { type ComponentChild, createContext } from 'preact'

/** A petition's words; null where nothing of it waits here. */
export type Held = (petition: string) => ComponentChild

export const HeldContext = createContext<Held | null>(null)
