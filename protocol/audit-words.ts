// Everything that the audit log tells of, as closed words: what coordinators did, and what happened at the console's door.
// A route names its word (`audit`); src/i18n/console-team.ts has each one's sentence. Never contents: ids and counts only.

export const AUDIT_WORDS = [
  // the door
  'set-up',
  'logged-in',
  'login-failed',
  'logged-out',
  // the team
  'invited',
  'link-for-colleague',
  'invitation-withdrawn',
  'invitation-from-server',
  'role-changed',
  'coordinator-removed',
  'session-ended',
  'password-changed',
  'second-factor-set',
  'second-factor-required',
  // campaigns
  'campaign-made',
  'campaign-saved',
  'campaign-published',
  'campaign-published-again',
  'campaign-discarded',
  'campaign-shown',
  'picture-put',
  'petition-marked',
  'destruction-asked',
  'destruction-taken-back',
  'campaign-destroyed',
  'key-published',
  'sample-removed',
  'sample-restored',
  // stands
  'stand-made',
  'stand-changed',
  'code-made',
  'code-withdrawn',
  'device-enrolled',
  'device-revoked',
  'device-trusted',
  'quarantine-decided',
  // what came in
  'hand-off-taken',
  'opening-begun',
  'copy-begun',
  'review-decided',
  'export-begun',
  'export-recorded',
  'export-safe',
  'export-not-safe',
  'envelope-withdrawn',
  // Of earlier versions, which told less apart: logs that have them are read for ever.
  'envelopes-fetched',
  'export-confirmed',
  // a route that changed something and names no word; the matrix test finds it
  'changed',
] as const

export type AuditWord = (typeof AUDIT_WORDS)[number]
