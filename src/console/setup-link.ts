/**
 * The set-up link's token (`/console/setup#<token>`), taken out of the address and of the history, so that it stays in neither.
 * Null where this is not a set-up link; empty where it has no token.
 */
export function takeSetupToken(
  address: Pick<Location, 'pathname' | 'hash' | 'search'>,
  past: Pick<History, 'replaceState' | 'state'>,
): string | null {
  if (!/\/console\/setup\/?$/.test(address.pathname)) return null
  const token = address.hash.slice(1)
  if (token) past.replaceState(past.state, '', address.pathname + address.search)
  return token
}
