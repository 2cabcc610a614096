// Installing the app, when the person has seen what it is good for. The browser offers it early and once: the offer is kept here
// for the thank-you. On the first-paint path.

/** Chromium's, in no standard yet: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

let kept: InstallOffer | null = null

export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // Or the browser would show it over a story, or a form.
    event.preventDefault()
    kept = event as InstallOffer
  })
}

export const installOffer = (): InstallOffer | null => kept

/** An offer serves once. */
export async function install(): Promise<boolean> {
  const offer = kept
  kept = null
  return (await offer?.prompt())?.outcome === 'accepted'
}
