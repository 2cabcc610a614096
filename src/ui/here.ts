// Which page of this site the browser shows. A link to another changes the page and not the document. On the first-paint path.
import { useLayoutEffect, useState } from 'preact/hooks'

interface Here {
  /** Without a slash at its end. */
  path: string
  /** Somebody went on to it, and not back. */
  wasPush: boolean
}

const listeners = new Set<(wasPush: boolean) => void>()

/** Shows another page as its link would; with `replace` in the place of this step of the history. */
export function goTo(href: string, replace = false): void {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  for (const listener of listeners) listener(!replace)
}

const path = () => location.pathname.replace(/\/+$/, '') || '/'

/** To be asked for once: by what draws the pages. */
export function useHere(): Here {
  const [here, setHere] = useState<Here>(() => ({ path: path(), wasPush: false }))
  useLayoutEffect(() => {
    const look = (wasPush: boolean) => setHere({ path: path(), wasPush })
    const back = () => look(false)
    listeners.add(look)
    addEventListener('popstate', back)
    addEventListener('click', followLink)
    return () => {
      listeners.delete(look)
      removeEventListener('popstate', back)
      removeEventListener('click', followLink)
    }
  }, [])
  return here
}

/** Takes a plain click on a link of this site; all others are the browser's. */
function followLink(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return
  const link = event
    .composedPath()
    .find((it): it is HTMLAnchorElement => it instanceof HTMLAnchorElement && it.href !== '')
  if (!link || link.origin !== location.origin || link.target || link.download) return
  if (link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  goTo(link.href)
}
