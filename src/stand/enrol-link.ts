import { parseEnrolCode, readEnrolFragment } from '../../protocol/stand.ts'

/** What a link, a QR code or a person's typing gives. `root`: the id of the campaign's root; null where only the code was typed. */
export interface EnrolLink {
  code: string
  root: string | null
}

/** `not-a-code` · `other-site`: a stand's code, but of another address than this page's. */
export type EnrolRead = EnrolLink | { problem: 'not-a-code' | 'other-site' }

/**
 * What the address holds (`/stand#<code>.<root>`), taken out of it and of the history, so that it stays in neither. Null where
 * there is nothing behind the `#`.
 */
export function takeEnrolLink(
  address: Pick<Location, 'pathname' | 'hash' | 'search'>,
  past: Pick<History, 'replaceState' | 'state'>,
): EnrolRead | null {
  if (!/\/stand\/?$/.test(address.pathname) || address.hash.length < 2) return null
  const read = readEnrolFragment(address.hash)
  past.replaceState(past.state, '', address.pathname + address.search)
  return read ?? { problem: 'not-a-code' }
}

/** A card's QR code, a pasted link, or the code as it is printed. */
export function readEnrolText(text: string, origin: string): EnrolRead {
  const typed = text.trim()
  const code = parseEnrolCode(typed)
  if (code) return { code, root: null }
  const link = URL.canParse(typed) ? new URL(typed) : null
  const read = link && /\/stand\/?$/.test(link.pathname) ? readEnrolFragment(link.hash) : null
  if (!read) return readEnrolFragment(typed) ?? { problem: 'not-a-code' }
  return link?.origin === origin ? read : { problem: 'other-site' }
}
