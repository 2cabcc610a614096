// The page's entry. On the first-paint path.
import { hydrate, render } from 'preact'
import { App, preloadFor } from './app.tsx'
import { learn } from './i18n/chapters.ts'
import { bring } from './i18n/counting.ts'
import { splitPath } from './i18n/languages.ts'
import { keepInstallOffer } from './petition/install.ts'
import type { PageData } from './petition/pages/published.ts'
import { hideReceipt } from './petition/receipt-link.ts'

hideReceipt()
keepInstallOffer()

/** What the server wrote into the page; null in a shell, which brings nothing. */
function writtenData(): PageData | null {
  const text = document.getElementById('data')?.textContent
  return text ? JSON.parse(text) : null
}

const root = document.getElementById('app')
if (root) {
  const first = writtenData()
  if (first?.intl) bring(first.intl)
  const begin = () => {
    const app = <App first={first} />
    if (root.firstElementChild) hydrate(app, root)
    else render(app, root)
  }
  Promise.all([preloadFor(location.pathname, first), learn(splitPath(location.pathname).language)]).then(begin)
}
