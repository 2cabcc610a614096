// When a page begins to send: with the first thing that this device has to send or ever sent. Until then it need not load how,
// which leaves the line to reading and signing.
import { askForSync } from './sw-bridge.ts'
import { onKept, watch } from './this-device.ts'

/** The thank-you comes first; what it thanks for is on disk already. */
const THANKS_FIRST_MS = 1000

let begun = false

const load = () => import('./triggers.ts').then((it) => it.startTriggers)

/** Once a page; again does nothing. */
export function startSending(): void {
  if (begun) return
  begun = true
  let loading = false
  const begin = async () => {
    if (loading) return
    loading = true
    await new Promise((done) => setTimeout(done, THANKS_FIRST_MS))
    try {
      const start = await load()
      start()
      end()
    } catch {
      // Not in the cache and no network: there would be nothing to send with, either.
      loading = false
    }
  }
  const ends = [
    onKept(() => {
      askForSync()
      begin()
    }),
    watch(
      ({ tally, withdraw }) => {
        if (tally.captured > 0 || withdraw) begin()
      },
      () => {
        // Where storage is refused nothing waits here.
      },
    ),
  ]
  window.addEventListener('online', begin)
  const end = () => {
    window.removeEventListener('online', begin)
    for (const it of ends) it()
  }
}
