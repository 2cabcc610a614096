// What a device keeps of itself beside its envelopes: who it is since it was enrolled, its stand's PIN, its last check.
// Nothing of any person.
import type { Stand } from '../../protocol/stand.ts'

/** A tablet's own key: ECDSA P-256, its private half never leaves the browser. Kept by structured clone. */
export interface DeviceKey {
  /** Made here, for this enrolment. */
  device: string
  /** The public half: 65 raw bytes, base64url. */
  key: string
  pair: CryptoKeyPair
}

/** An enrolment that a server may have taken already: asked again with the same, it answers the same. */
export interface Enrolling extends DeviceKey {
  code: string
  /** `keyIdOf` the root that the link named; null where the code was typed. */
  root: string | null
}

export interface Enrolled extends DeviceKey {
  /** 1 for the stand's first tablet. */
  tablet: number
  stand: Stand
  /** The campaign's root. */
  root: string
  /** The server said that the coordinators have removed this tablet. */
  revoked?: boolean
}

/** A salted slow hash, and how often it was not met. */
export interface StandPin {
  /** base64url, 16 bytes. */
  salt: string
  /** base64url, PBKDF2 with SHA-256, 32 bytes. */
  hash: string
  rounds: number
  failures: number
  /** Device clock of the last failure; 0 before any. */
  failedAt: number
}

export interface Checked {
  /** Device clock. */
  at: number
  /** The local day, `2026-11-22`. */
  day: string
  /** It may be opened: nothing was red that keeps it shut. */
  passed: boolean
}

/**
 * The rows of one paper sheet that were keyed in here on one day. It names no envelope: sheet and tablet together say no more than
 * each of them.
 */
export interface KeyedSheet {
  /** Campaign and stand, as for `TeamDay`. */
  stand: string
  /** As it stands on the paper. */
  sheet: string
  /** `2026-11-22`. */
  day: string
  /** The places of rows that were kept: 1 for the sheet's first. */
  kept: number[]
  /** Of rows that were taken back and not keyed in anew. */
  withdrawn: number[]
}

/** One of each; absent until it is put. */
export interface Notes {
  /** While the kiosk is in strangers' hands: whoever reloads the page comes back to it and to nothing else. */
  open: { at: number }
  /** A sealed test act, for as long as the check takes; see src/stand/try-storage.ts. */
  trial: { text: string }
  enrolling: Enrolling
  enrolled: Enrolled
  pin: StandPin
  checked: Checked
  /** Withdrawal tags of the receipt slips that were given away here. */
  slips: string[]
  /** The last hand-off file that was saved or shared: how many envelopes it holds, and up to which number. */
  handedOff: { device: string | null; at: number; items: number; lastSeq: number }
  /** The sheet that was worked on last is the last. */
  sheets: KeyedSheet[]
}

/** Signatures captured at a stand in one local day, by petition and hour: 24 counts each. They never fall by being delivered. */
export interface TeamDay {
  /** Campaign and stand: `ecrire-2024/lome-gare`. */
  stand: string
  /** `2026-11-22`. */
  day: string
  hours: Record<string, number[]>
}
