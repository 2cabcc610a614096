// What a request is to the worker. Pure.

/**
 * pass: not the worker's business · asset: a file of this build · shell: a workplace, drawn in the browser alone · page: what the
 * server renders · data: what anyone may read of a campaign · theme: how the campaign that is shown now looks
 */
export type Kind = 'pass' | 'asset' | 'shell' | 'page' | 'data' | 'theme'

interface Asked {
  method: string
  url: string
  mode: string
}

const WORKPLACE = /^\/(?:[a-z]{2,3}\/)?(?:console|stand)(?:\/|$)/
const DATA = /^\/api\/v1\/campaigns\/[a-z0-9-]+(?:\/counts)?$/
/** Beside these, the server answers for itself: health, metrics, reports, the rest of the API. */
const ROOT_FILE = /^\/[\w-]+\.(?:svg|png|ico)$/
/** A campaign's pictures: named by what is in them. */
export const LOOK = /^\/pictures\/[\w-]+\.(?:svg|png|webp|jpg)$/
const PAGE = /^\/(?!api(?:\/|$))[^.]*$/

export function kindOf({ method, url, mode }: Asked, origin: string): Kind {
  const { origin: its, pathname } = new URL(url)
  // Sending, and all that a coordinator reads, is never touched.
  if (method !== 'GET' || its !== origin) return 'pass'
  if (pathname.startsWith('/assets/') || ROOT_FILE.test(pathname) || LOOK.test(pathname)) return 'asset'
  if (pathname === '/theme.css') return 'theme'
  if (DATA.test(pathname)) return 'data'
  if (mode !== 'navigate') return 'pass'
  if (WORKPLACE.test(pathname)) return 'shell'
  return PAGE.test(pathname) ? 'page' : 'pass'
}
