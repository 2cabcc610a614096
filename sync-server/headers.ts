import type { FastifyInstance, FastifyReply } from 'fastify'

// Sent with every response, the worker's script included: a worker takes its policy from its own response. Written out here
// and not left to helmet, whose defaults add `upgrade-insecure-requests`, which breaks http loopback in WebKit.

const policy = (styleSource: string) => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src ${styleSource}`,
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types paraphe',
]

/** The policy of an answer; for a page with the hash of the one element of styles that stands in it. */
export const contentPolicy = (cspReportUri: string | null, stylesHash?: string): string => {
  const rules = policy(stylesHash ? `'self' 'sha256-${stylesHash}'` : "'self'")
  return (cspReportUri ? [...rules, `report-uri ${cspReportUri}`] : rules).join('; ')
}

export const securityHeaders = (cspReportUri: string | null): Record<string, string> => ({
  'content-security-policy': contentPolicy(cspReportUri),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The camera reads a stand's code from another screen, and nothing else. Only what Chromium knows: it warns of other names.
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})

export function sendSecurityHeaders(app: FastifyInstance, headers: Record<string, string>): void {
  app.addHook('onRequest', async (_request, reply: FastifyReply) => void reply.headers(headers))
}
