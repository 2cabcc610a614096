import '../../petition/print/print.css'
import type { ComponentProps } from 'preact'
import { openPrintRoom } from '../../petition/print/print-room.ts'
import { HeldSheet } from './HeldSheet.tsx'

/** Opens the browser's print dialog on that sheet alone; nothing of it stays on the page afterwards. */
export function printHeld(sheet: Omit<ComponentProps<typeof HeldSheet>, 'at'>): void {
  const room = openPrintRoom()
  // Some browsers return at once, and print what stands there then.
  addEventListener('afterprint', room.close, { once: true })
  room.print([<HeldSheet key="held" {...sheet} at={new Date().toISOString()} />])
}
