/**
 * Asks the browser never to clear this site by itself: what waits here is on no other disk. Without that promise Chromium was
 * seen to throw the whole outbox away when the disk was full to the last byte, and Safari clears after seven days without a visit.
 * Some browsers ask their person, so it is not asked before something waits, nor under a form; nobody waits for the answer.
 */
let asked = false
export function askToStay(): void {
  if (asked) return
  asked = true
  navigator.storage?.persist?.().catch(() => {})
}
