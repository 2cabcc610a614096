// The one Trusted Types policy of the app (CSP `trusted-types paraphe`): it passes the addresses of workers that were built
// here, and nothing else. Engines without Trusted Types get the same check and a plain string.
interface Policy {
  createScriptURL(url: string): string
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy
}

function isBuiltHere(url: string): boolean {
  const { origin, pathname } = new URL(url, location.origin)
  if (origin !== location.origin) return false
  return pathname === '/sw.js' || /^\/assets\/[\w./-]+\.js$/.test(pathname) || import.meta.env.DEV
}

const rules: Policy = {
  createScriptURL(url) {
    if (!isBuiltHere(url)) throw new TypeError('not built here')
    return url
  },
}

let policy: Policy | undefined

/**
 * A worker's address as `new Worker` and `register` take it. Typed as a string, because the DOM types do not know
 * TrustedScriptURL.
 * @throws TypeError where the address is not of a worker built here.
 */
export function workerURL(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy('paraphe', rules) ?? rules
  return policy.createScriptURL(url)
}
