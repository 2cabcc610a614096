// The page's entry. First of all, zod must not probe for eval, which the policy forbids and reports.
import { hydrate, render } from 'preact'
import { config } from 'zod/mini'
import { App, preloadFor } from './app.tsx'
import type { PageData } from './petition/pages/published.ts'
import { hideReceipt } from './petition/receipt-link.ts'

config({ jitless: true })
hideReceipt()

/** What the server wrote into the page; null in a shell, which brings nothing. */
function writtenData(): PageData | null {
  const text = document.getElementById('data')?.textContent
  return text ? JSON.parse(text) : null
}

const root = document.getElementById('app')
if (root) {
  preloadFor(location.pathname)
  const app = <App first={writtenData()} />
  if (root.firstElementChild) hydrate(app, root)
  else render(app, root)
}
