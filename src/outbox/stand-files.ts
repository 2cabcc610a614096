// Beside sw-bridge.ts, the other page code that talks to the worker; apart from it, for no phone needs this.
import type { ToWorker } from './worker-messages.ts'

/** Longer than the worker tries to fetch what it lacks. */
const PATIENCE_MS = 20_000

/**
 * Has the worker keep all that a stand needs of this build; resolves with the paths that are lacking all the same, or with null where
 * no worker answers.
 */
export async function lackingFiles(): Promise<string[] | null> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return null
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<string[] | null>((resolve) => {
    port1.onmessage = ({ data }) => resolve(Array.isArray(data) ? data.map(String) : null)
    setTimeout(() => resolve(null), PATIENCE_MS)
  })
  const message: ToWorker = { type: 'STAND' }
  // `ready` never resolves where there is no worker.
  serviceWorker.ready.then(({ active }) => active?.postMessage(message, [port2])).catch(() => {})
  const lacking = await answer
  port1.close()
  return lacking
}
