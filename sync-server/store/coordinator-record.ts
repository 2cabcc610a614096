import type { Role } from '../../protocol/roles.ts'

export interface CoordinatorRecord {
  name: string
  /** argon2id, PHC string. */
  passwordHash: string
}

export interface Coordinator extends CoordinatorRecord {
  role: Role
  /** The TOTP secret, sealed under the password; null: not enrolled yet. */
  totp: string | null
}

export interface Session {
  hash: string
  name: string
  role: Role
  /** The second factor is enrolled. */
  enrolled: boolean
  expiresAt: number
  lastUsedAt: number
}
