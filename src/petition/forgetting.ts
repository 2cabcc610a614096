// When a filled form has to be empty again. Without JSX, so that tests can play the browser.

/** Nothing of a signer stays on a screen that nobody has looked at for so long. */
export const GRACE_MS = 10 * 60_000

export interface ForgettingPorts {
  window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  document: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & { readonly visibilityState: string }
  now(): number
}

/**
 * Calls `left` when the page is left or was out of sight for long, and `back` when the browser shows it again as it froze it
 * (from the back/forward cache): somebody else may have gone back. Until the function that comes back is called.
 */
export function watchLeaving(
  { window, document, now }: ForgettingPorts,
  left: () => void,
  back: () => void,
): () => void {
  let hiddenAt = 0
  const shown = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) back()
  }
  const look = () => {
    if (document.visibilityState === 'hidden') hiddenAt = now()
    else if (hiddenAt > 0 && now() - hiddenAt > GRACE_MS) left()
  }
  window.addEventListener('pagehide', left)
  window.addEventListener('pageshow', shown)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('pagehide', left)
    window.removeEventListener('pageshow', shown)
    document.removeEventListener('visibilitychange', look)
  }
}

export type Forgetting = ReturnType<typeof forgetting>

/**
 * Forgets for a form whose work must not be interrupted: at once while nothing is being kept, else when that has ended, and
 * in any case before anybody sees the page again.
 */
export function forgetting(clear: () => void) {
  let busy = false
  let owed = false
  let visit = 0
  const forget = () => {
    visit += 1
    owed = false
    clear()
  }
  return {
    isBusy: () => busy,
    left: () => {
      if (busy) owed = true
      else forget()
    },
    back: forget,
    /** Work begins; the function that comes back tells whether its outcome may still be shown. */
    begin: (): (() => boolean) => {
      const mine = visit
      busy = true
      return () => visit === mine && !owed
    },
    end: () => {
      busy = false
      if (owed) forget()
    },
  }
}
