// The one Trusted Types policy (design §6): of all strings that could become a script, only workers built here pass.
interface Rules {
  createScriptURL(url: string): string
}
interface Factory {
  createPolicy(name: string, rules: Rules): Rules
}

/** @throws TypeError for any address that is not a worker of this build. */
const rules: Rules = {
  createScriptURL(url) {
    const { origin, pathname, search, hash } = new URL(url, location.origin)
    // The development server has its own addresses for workers.
    const built = import.meta.env.DEV || pathname === '/sw.js' || /^\/assets\/[\w./-]+\.js$/.test(pathname)
    if (origin === location.origin && built && !search && !hash) return url
    throw new TypeError('not a worker of this build')
  },
}

let policy: Rules | undefined

/** An address that `new Worker` and a worker's registration accept under our CSP. It is a TrustedScriptURL where those exist. */
export function workerURL(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy('paraphe', rules) ?? rules
  return policy.createScriptURL(url)
}
