import type { Reason } from '../../protocol/reasons.ts'
import type { Role } from '../../protocol/roles.ts'
import type { Coordinator, CoordinatorRecord } from './coordinator-record.ts'

// The store's part that knows who coordinates, and how they get in. Names are compared as in `nameKey`; ids of people, links and
// sessions are short hashes that open nothing.

/** What a link is for. `first`: the server has nobody yet · `new`: a colleague · `again`: one who lost the way in. */
export type Offer = { kind: 'first' | 'new'; role: Role } | { kind: 'again'; role: Role; name: string }

export interface NewInvitation {
  tokenHash: string
  role: Role
  /** The id of whom it lets in again; null: somebody new. */
  person: string | null
  /** Name of who makes it; null: the server's own command line. */
  madeBy: string | null
  expiresAt: number
}

export interface InvitationRecord {
  id: string
  role: Role
  /** Null: somebody new. */
  name: string | null
  madeBy: string | null
  madeAt: number
  expiresAt: number
}

export interface SessionRecord {
  id: string
  startedAt: number
  /** To the minute. */
  lastUsedAt: number
  /** `Firefox, Windows`; '' where the browser said nothing that is known. */
  agent: string
}

export interface PersonRecord {
  id: string
  name: string
  role: Role
  addedAt: number
  secondFactor: boolean
  /** Recovery codes that were not used yet. */
  recoveryLeft: number
  /** Those that have not ended, the one used last first. */
  sessions: SessionRecord[]
}

export interface TeamRecord {
  /** By name. */
  people: PersonRecord[]
  /** Links that still work, newest first. */
  invitations: InvitationRecord[]
  /** Who was removed last, and when; null: nobody ever. */
  left: { name: string; at: number } | null
  /** Campaigns whose sealing key is older than that. */
  keysBefore: string[]
}

/** What a second factor is made of. */
export interface SecondFactor {
  /** Sealed under the password. */
  totp: string
  /** The step whose code proved it, used up by that. */
  step: number
  recoveryHashes: string[]
}

export interface TeamStore {
  /** Null where the link was used or withdrawn, has expired or never was. */
  offer(tokenHash: string): Promise<Offer | null>
  /** Refused: `not-found`, no such person. */
  invite(invitation: NewInvitation): Promise<Reason | InvitationRecord>
  /** Takes a link back. False where there is none that works. */
  withdrawInvitation(id: string): Promise<boolean>
  /**
   * Uses the link up: a new coordinator, or a new password for one who gets in again, whose second factor, recovery codes and
   * sessions end with it; they keep their name. Refused: `used-link`, `name-taken`.
   */
  accept(tokenHash: string, coordinator: CoordinatorRecord): Promise<Reason | Coordinator>
  team(): Promise<TeamRecord>
  /** Null where nobody has this name. */
  person(name: string): Promise<PersonRecord | null>
  /** Refused: `not-found`, `last-admin`. */
  changeRole(person: string, role: Role): Promise<Reason | { name: string }>
  /** Their sessions and links end with them; what they did stays in the audit log. Refused: `not-found`, `last-admin`. */
  removePerson(person: string): Promise<Reason | { name: string }>
  /** False where it is not there, or is another's than `of` (null: anybody's). */
  endOneSession(id: string, of: string | null): Promise<boolean>
  /** Ends all sessions but the one that asks. `totp`: the secret sealed under the new password; null where there is none. */
  setPassword(name: string, passwordHash: string, totp: string | null, keep: string): Promise<void>
  /** The codes before are gone. */
  setSecondFactor(name: string, factor: SecondFactor): Promise<void>
  /** Whether everybody has to have a second factor. */
  secondFactorRequired(): Promise<boolean>
  requireSecondFactor(required: boolean): Promise<void>
  /** Uses up the code of a step, and with it all before. False where it was used already. */
  useStep(name: string, step: number): Promise<boolean>
  /** False where it is none, or was used already. */
  useRecoveryCode(name: string, hash: string): Promise<boolean>
}
