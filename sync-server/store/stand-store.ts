import type { Reason } from '../../protocol/reasons.ts'
import type { Stand } from '../../protocol/stand.ts'
import type { StandDraft } from '../../protocol/stand-routes.ts'
import type { Sender } from './sender.ts'

// What the server remembers of stands (design §4, Enrolment), as verbs; the rules of store.ts hold.

export interface CodeRecord {
  expiresAt: number
  /** How many tablets it was made for, and how many it has enrolled. */
  tablets: number
  used: number
}

export interface StandRecord {
  stand: Stand
  /** How many tablets are expected. */
  tablets: number
  madeAt: number
  closedAt: number | null
  /** The one that is out, used up or not; null where none is, or where its time is over. */
  code: CodeRecord | null
}

/** What an enrolled tablet is: the stand as it is now, its number there (1 for the first), the root to pin. */
export interface StandingRecord {
  stand: Stand
  tablet: number
  root: string
}

export interface NewCodeRecord {
  /** base64url SHA-256 of the code, which the store never sees. */
  hash: string
  tablets: number
  expiresAt: number
}

export interface StandStore {
  /** Those of a campaign, the newest first. */
  stands(campaign: string): Promise<StandRecord[]>
  stand(campaign: string, id: string): Promise<StandRecord | null>
  /**
   * Makes a stand, its id from its name. The very same draft again, while that stand is open, is that stand. Refused:
   * `unknown-campaign`, `unknown-key` (nothing to pin yet), `unknown-petition` (not of the campaign, or a draft).
   */
  makeStand(campaign: string, draft: StandDraft): Promise<Reason | StandRecord>
  /** Changes and closes, or opens again. Closing takes the code back. Refused: `unknown-stand`, `unknown-petition`. */
  changeStand(campaign: string, id: string, draft: StandDraft, closed: boolean): Promise<Reason | StandRecord>
  /** The stand's only code from now on. Refused: `unknown-stand`, also where it is closed. */
  newCode(campaign: string, id: string, code: NewCodeRecord): Promise<Reason | StandRecord>
  /** Without effect where none is out. Refused: `unknown-stand`. */
  withdrawCode(campaign: string, id: string): Promise<Reason | StandRecord>

  /**
   * Enrols the device that proved its key, in one transaction: gives it the stand's next number and uses the code up once.
   * The same device, key and code again answers the same, also when the code is over by then: its first answer was lost.
   * An enrolled device with another good code moves to that stand. Refused: `unknown-code`, `expired-code` (taken back, too),
   * `used-code`, `revoked-device`, `wrong-signature` (the id is another key's).
   */
  enrolByCode(code: string, device: Sender): Promise<Reason | StandingRecord>
  /** Refused: `unknown-stand` where no stand has it, or it is another key's; `revoked-device`. */
  standOf(device: Sender): Promise<Reason | StandingRecord>
  /**
   * Enrols, without a code, a device that was heard: its next number at the stand, and what waited in quarantine is counted.
   * Refused: `unknown-stand`, also where it was never heard under this key, or the id is another's; `revoked-device`.
   */
  trustDevice(campaign: string, id: string, device: Sender): Promise<Reason | { released: number }>
}
