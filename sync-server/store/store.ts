import type * as z from 'zod/mini'
import type { Campaign, CampaignContent, Counts } from '../../protocol/campaign.ts'
import type { CampaignSummary, EnvelopePage } from '../../protocol/console-routes.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import type { Reason } from '../../protocol/reasons.ts'
import type { SignedSealingKey } from '../../protocol/sealing-key.ts'

// What the server can remember, in the words of the house (design §2). Every verb that writes resolves after its commit.
// Verbs reject only when the storage itself fails, or with Refusal `overloaded` when too many writes wait; every foreseen
// refusal is an answer. Moments are milliseconds since 1970 by the server's clock.

/** A campaign with everything that judging an envelope needs. */
export interface CampaignRecord {
  content: CampaignContent
  root: string | null
  /** Newest first; all but the first are retired. */
  keys: SignedSealingKey[]
  /** Ids of every consent text ever published here, older versions included. */
  consentTexts: Set<string>
  /** What everyone may read: without drafts. */
  published: Campaign
  /** Taken off the screens. What was sealed for it before may still come. */
  removed: boolean
}

/** An envelope that was judged acceptable, on its way in. */
export interface Arrival {
  envelope: Envelope
  /** Came after closing, or under a retired key or an older text (design §4). */
  late: boolean
  /** The device's own numbering; null from phones, where it would only tell how many signed there. */
  seq: number | null
}

/** A device that proved its key but that nobody enrolled. `key`: 65 raw bytes, base64url. */
export interface UnknownDevice {
  device: string
  key: string
}

export type Taken = 'stored' | 'duplicate' | 'withdrawn' | 'conflict'

export interface TakenBatch {
  /** One for each arrival, in order. */
  verdicts: Taken[]
  /** Envelopes of this device ever taken; 0 without device. */
  accepted: number
}

export interface CoordinatorRecord {
  name: string
  /** argon2id, PHC string. */
  passwordHash: string
}

export interface Session {
  name: string
  expiresAt: number
}

export interface Store {
  /** Random, renewed at each restore (design §4, Restores). */
  readonly epoch: string

  /** Adds the samples at the first start of an empty store; never again, also after they were removed. */
  addSamplesOnce(samples: CampaignContent[]): Promise<void>
  /** Puts samples back, with the root and keys they had. What is no sample is left alone. */
  restoreSamples(samples: CampaignContent[]): Promise<void>
  /**
   * Takes a sample off the screens and keeps its root, keys and texts: phones have pinned that root for ever.
   * `unknown-campaign`; `not-allowed`: not a sample; `has-signatures`: it holds envelopes, quarantined ones included.
   */
  removeSample(campaign: string): Promise<Reason | 'removed'>
  /** Null where it was removed. */
  campaign(id: string): Promise<CampaignRecord | null>
  /** For judging what arrives, which removing a campaign does not stop. */
  campaignEvenRemoved(id: string): Promise<CampaignRecord | null>
  /** The campaign that `/` shows: the oldest that is not a sample, else the oldest; null while there is none. */
  shownCampaign(): Promise<CampaignRecord | null>
  campaigns(): Promise<z.infer<typeof CampaignSummary>[]>
  /** Signatures received by petition, drafts left out, zero where nothing came. */
  counts(record: CampaignRecord): Promise<Counts>
  /**
   * Publishes a key whose signature was verified. A root stays for ever; a serial must be higher than all before it; the
   * same key again is `published`. Refused: `unknown-campaign`, `key-already-there`.
   */
  publishKey(root: string, key: SignedSealingKey): Promise<Reason | 'published'>

  /**
   * Takes a batch's envelopes, all or none. With `device` they go into quarantine: not counted, capped in bytes.
   * Rejects with Refusal `overloaded` when the quarantine is full.
   */
  take(arrivals: Arrival[], device: UnknownDevice | null): Promise<TakenBatch>
  /** Counted envelopes in order of arrival, `size` at most, after a page's cursor; null where the cursor is not one. */
  envelopes(campaign: string, after: string | null, size: number): Promise<z.infer<typeof EnvelopePage> | null>
  /**
   * Deletes whatever carries this tag, in quarantine too, and keeps a tombstone so that it cannot come back. The erasure is
   * in the erasure log, on disk, before it is in the store. Without effect for a campaign that does not exist.
   */
  withdraw(campaign: string, withdrawTag: string): Promise<void>

  /** Makes this link's token the only valid one. False, and nothing changed, when there is a coordinator already. */
  offerSetup(tokenHash: string): Promise<boolean>
  setupOffered(tokenHash: string): Promise<boolean>
  /** Uses up the set-up token; false where another was faster or the token is not the offered one. */
  addFirstCoordinator(tokenHash: string, coordinator: CoordinatorRecord): Promise<boolean>
  /** Names are compared without regard to case and Unicode form. */
  coordinator(name: string): Promise<CoordinatorRecord | null>
  startSession(hash: string, name: string, expiresAt: number): Promise<void>
  /** Null where it does not exist or has ended. */
  session(hash: string): Promise<Session | null>
  endSession(hash: string): Promise<void>

  /** Resolves when nothing waits to be written and withdrawn bytes have left the write-ahead log. */
  settled(): Promise<void>
  close(): Promise<void>
}
