import type { Stand } from '../../protocol/stand.ts'

/** What this tablet is since it was enrolled. */
export interface Standing {
  /** Its id, made here at the enrolment. */
  device: string
  /** Its public key: 65 raw bytes, base64url. */
  key: string
  /** 1 for the stand's first tablet. */
  tablet: number
  stand: Stand
  /** The campaign's pinned root. */
  root: string
}
