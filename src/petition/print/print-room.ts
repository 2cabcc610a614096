// A place on the page that only paper shows. Not a window of its own: an installed app may open none.
import { render, type VNode } from 'preact'

export interface PrintRoom {
  /** Puts these pages where paper shows them, and opens the browser's print dialog. */
  print(pages: VNode[]): void
  /** Nothing of it stays. */
  close(): void
}

export function openPrintRoom(): PrintRoom {
  const room = document.createElement('div')
  room.className = 'print-room'
  room.setAttribute('aria-hidden', 'true')
  document.body.append(room)
  document.body.classList.add('printing')
  return {
    print: (pages) => {
      render(pages, room)
      window.print()
    },
    close: () => {
      render(null, room)
      room.remove()
      document.body.classList.remove('printing')
    },
  }
}
