import * as z from 'zod/mini'
import { Base64urlOf, Slug, UtcTime } from './ids.ts'
import { EVERYONE, ROLES } from './roles.ts'
import { nothing, route } from './route.ts'

// Who coordinates, how they get in, and what the audit log says of them.

const count = z.int().check(z.gte(0))
const ShortId = Base64urlOf(12)
const Role = z.enum(ROLES)
const Password = z.string().check(z.maxLength(512))

/** 160 bits in base 32 (RFC 4648 §6), as RFC 4226 §4 asks for. */
export const TotpSecret = z.string().check(z.regex(/^[A-Z2-7]{32}$/))

const SessionView = z.object({
  id: ShortId,
  startedAt: UtcTime,
  /** To the minute. */
  lastUsedAt: UtcTime,
  /** `Firefox, Windows`; '' where the browser said nothing that is known. */
  agent: z.string(),
  /** The one that asks. */
  here: z.boolean(),
})

const Person = z.object({
  id: ShortId,
  name: z.string(),
  role: Role,
  addedAt: UtcTime,
  secondFactor: z.boolean(),
  /** Who asks. */
  you: z.boolean(),
  /** Used last first. */
  sessions: z.array(SessionView),
})

const Invitation = z.object({
  id: ShortId,
  role: Role,
  /** Whom it lets in again; null: somebody new. */
  name: z.nullable(z.string()),
  /** Null: made at the server's own command line. */
  madeBy: z.nullable(z.string()),
  expiresAt: UtcTime,
})

export const Team = z.object({
  people: z.array(Person),
  invitations: z.array(Invitation),
  /** Everybody has to enrol a second factor before anything else. */
  secondFactorRequired: z.boolean(),
  /** Who was removed last. */
  left: z.nullable(z.object({ name: z.string(), at: UtcTime })),
  /** Campaigns whose sealing key is older than that. */
  keysBefore: z.array(Slug),
})

export const Account = z.object({
  ...Person.shape,
  /** Recovery codes that were not used yet. */
  recoveryLeft: count,
})

export const AuditLine = z.object({
  at: UtcTime,
  who: z.nullable(z.string()),
  /** A word of audit-words.ts, or one of another version. */
  what: z.string(),
  campaign: z.nullable(z.string()),
  about: z.nullable(z.string()),
  count: z.nullable(z.int()),
})

/** `people`: everybody whom the log names. */
export const AuditPage = z.object({
  entries: z.array(AuditLine),
  next: z.nullable(z.string()),
  people: z.array(z.string()),
})

export const MOST_AUDIT_LINES = 500

/** The token of a link stands here and nowhere else: the server keeps its hash. */
const NewLink = z.object({ token: z.string(), invitation: Invitation })

const TEAM = '/api/v1/console/team'
const ACCOUNT = '/api/v1/console/account'
const admins = { who: 'coordinator', roles: ['admin'] } as const
const all = { who: 'coordinator', roles: EVERYONE } as const

export const TEAM_ROUTES = {
  team: route({ ...admins, method: 'GET', path: TEAM, body: nothing, answer: Team }),
  /** A link for somebody new. It works once, for some days. */
  invite: route({
    ...admins,
    audit: 'invited',
    method: 'POST',
    path: `${TEAM}/invitations`,
    body: z.strictObject({ role: Role }),
    answer: NewLink,
  }),
  /** Refused: `not-found`. */
  withdrawInvitation: route({
    ...admins,
    audit: 'invitation-withdrawn',
    method: 'DELETE',
    path: `${TEAM}/invitations/:invitation`,
    body: nothing,
    answer: Team,
  }),
  /** A link for a colleague who lost password or phone: both are new then. Refused: `not-found`. */
  linkFor: route({
    ...admins,
    audit: 'link-for-colleague',
    method: 'POST',
    path: `${TEAM}/people/:person/link`,
    body: nothing,
    answer: NewLink,
  }),
  /** Refused: `not-found`, `last-admin`. */
  changeRole: route({
    ...admins,
    audit: 'role-changed',
    method: 'PUT',
    path: `${TEAM}/people/:person`,
    body: z.strictObject({ role: Role }),
    answer: Team,
  }),
  /** Refused: `not-found`, `last-admin`. */
  remove: route({
    ...admins,
    audit: 'coordinator-removed',
    method: 'DELETE',
    path: `${TEAM}/people/:person`,
    body: nothing,
    answer: Team,
  }),
  /** Refused: `not-found`. */
  endSession: route({
    ...admins,
    audit: 'session-ended',
    method: 'DELETE',
    path: `${TEAM}/sessions/:session`,
    body: nothing,
    answer: Team,
  }),
  /** Refused: `enrol-first`, where who asks has none: they would shut the door behind themselves. */
  requireSecondFactor: route({
    ...admins,
    audit: 'second-factor-required',
    method: 'PUT',
    path: `${TEAM}/second-factor`,
    body: z.strictObject({ required: z.boolean() }),
    answer: Team,
  }),
  /** Newest first. `?before=` a page's cursor, `?who=` a name, `?what=` a word, `?size=` at most `MOST_AUDIT_LINES`. */
  journal: route({ ...admins, method: 'GET', path: '/api/v1/console/journal', body: nothing, answer: AuditPage }),

  account: route({ ...all, beforeEnrolling: true, method: 'GET', path: ACCOUNT, body: nothing, answer: Account }),
  /** One's other sessions end. Refused: `wrong-login`, `weak-password`. */
  changePassword: route({
    ...all,
    audit: 'password-changed',
    method: 'PUT',
    path: `${ACCOUNT}/password`,
    body: z.strictObject({ password: Password, next: Password }),
    answer: Account,
  }),
  /**
   * Enrols the authenticator app that has this secret; the codes are told this once. Refused: `wrong-login`, `wrong-code`.
   */
  setSecondFactor: route({
    ...all,
    beforeEnrolling: true,
    audit: 'second-factor-set',
    method: 'PUT',
    path: `${ACCOUNT}/second-factor`,
    body: z.strictObject({ password: Password, secret: TotpSecret, code: z.string().check(z.maxLength(20)) }),
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  /** One of one's own. Refused: `not-found`. */
  endOwnSession: route({
    ...all,
    audit: 'session-ended',
    method: 'DELETE',
    path: `${ACCOUNT}/sessions/:session`,
    body: nothing,
    answer: Account,
  }),
} as const

export type Team = z.infer<typeof Team>
export type Person = z.infer<typeof Person>
export type Account = z.infer<typeof Account>
export type Invitation = z.infer<typeof Invitation>
export type SessionView = z.infer<typeof SessionView>
export type AuditLine = z.infer<typeof AuditLine>
