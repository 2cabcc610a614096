// A receipt's QR code leads to `/retrait#<campaign>.<code>`. The first thing that the app does is to take the code out of the
// address and its history, which anyone at this device can open; it stands in memory until the form asks for it.
import { splitPath } from '../i18n/languages.ts'

export interface ReceiptLink {
  /** Null where only a code stood there. */
  campaign: string | null
  code: string
}

let taken: ReceiptLink | null = null

export function hideReceipt(): void {
  if (location.hash.length < 2 || splitPath(location.pathname).path !== '/retrait') return
  taken = readReceipt(location.hash.slice(1))
  history.replaceState(history.state, '', location.pathname + location.search)
}

/** What the link held, once. */
export function takeReceipt(): ReceiptLink | null {
  hideReceipt()
  const found = taken
  taken = null
  return found
}

export function readReceipt(fragment: string): ReceiptLink | null {
  const [, campaign, code] = /^(?:([a-z0-9-]+)\.)?([A-Za-z0-9-]+)$/.exec(fragment) ?? []
  return code ? { campaign: campaign ?? null, code } : null
}
