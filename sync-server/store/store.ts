import type * as z from 'zod/mini'
import type { Contact } from '../../protocol/batch.ts'
import type { Campaign, CampaignContent, Counts } from '../../protocol/campaign.ts'
import type { CampaignSummary, EnvelopePage } from '../../protocol/console-routes.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import type { HaveQuestion, Held } from '../../protocol/have.ts'
import type { Received } from '../../protocol/overview-routes.ts'
import type { HeldReason } from '../../protocol/quarantine-routes.ts'
import type { Reason } from '../../protocol/reasons.ts'
import type { SignedSealingKey } from '../../protocol/sealing-key.ts'
import type { AuditStore } from './audit-store.ts'
import type { ChallengeStore, UsedChallenge } from './challenge-store.ts'
import type { Coordinator, Session } from './coordinator-record.ts'
import type { DumpStore } from './dump-store.ts'
import type { EditStore } from './edit-store.ts'
import type { EndingStore } from './ending-store.ts'
import type { HeldStore } from './held-store.ts'
import type { Cards, PictureStore } from './picture-store.ts'
import type { EnvelopeFilter, ReviewStore } from './review-store.ts'
import type { Sender } from './sender.ts'
import type { Range } from './seq-ranges.ts'
import type { StandStore } from './stand-store.ts'
import type { TeamStore } from './team-store.ts'
import type { WatchStore } from './watch-store.ts'

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
  /** Ids of every petition ever published here, those that are not shown any more included. */
  petitionsEver: Set<string>
  /** What everyone may read: without drafts. */
  published: Campaign
  /** False until it is published for the first time. */
  live: boolean
  /** Pictures for link previews. */
  cards: Cards
  /** Taken off the screens. What was sealed for it before may still come. */
  removed: boolean
  /** Its envelopes were destroyed by the coordinators; none may come back. */
  destroyed: boolean
}

/** An envelope that was judged acceptable, on its way in. */
export interface Arrival {
  envelope: Envelope
  /** Came after closing, or under a retired key or an older text (design §4). */
  late: boolean
  /** The device's own numbering; null from phones, where it would only tell how many signed there. */
  seq: number | null
}

/** Who brought a batch that another device made; `unproven`: who says so and does not prove it. */
export type Carrier = Sender | 'console' | 'unproven'

export interface Delivery {
  /** The batch's own id. It correlates, and decides nothing. */
  batch: string
  arrivals: Arrival[]
  /** Null: a phone. */
  sender: Sender | null
  /** What the sender says of itself; nothing is kept of a phone's. */
  contact: Contact
  /** Numbers of all its items, those of refused ones included. */
  seqs: number[]
  /** Null: the sender itself. Recorded, and without any say in what becomes of the envelopes. */
  carrier: Carrier | null
  /** The proof of work that came with it; null: it needs none. */
  proof: UsedChallenge | null
  /** Why a phone's envelopes shall wait for a coordinator (plausible.ts); null: they count. */
  doubt: HeldReason | null
}

export type Taken = 'stored' | 'duplicate' | 'withdrawn' | 'conflict'

export interface TakenBatch {
  /** One for each arrival, in order. */
  verdicts: Taken[]
  /** Envelopes of this device ever taken; 0 without device. */
  accepted: number
  /** Its envelopes wait for a coordinator: the device is unknown, has another key than the enrolled one, or was revoked; or a phone's were odd. */
  quarantined: boolean
}

export interface LastContact extends Contact {
  heardAt: number
  /** Who brought it: an enrolled device's id, `console` or `unproven`; null: the device itself. */
  carrier: string | null
}

/** A device as the console sees it. Two that claim one id with different keys are two. */
export interface DeviceRecord extends Sender {
  /** Null: nobody enrolled it under this key. */
  enrolledAt: number | null
  revokedAt: number | null
  /** Null: no stand has it. */
  place: { campaign: string; stand: string; tablet: number } | null
  /** Envelopes ever taken, in quarantine or not. */
  accepted: number
  /** Envelopes that are in quarantine now. */
  quarantined: number
  /** Null: never heard. */
  contact: LastContact | null
  /** Sequence numbers up to its last one that never came: they wait on it still, or are lost. */
  neverArrived: Range[]
  /** A number that came with two different envelopes: two tablets are at work under one key. Null: none. */
  clonedSeq: number | null
}

export interface ReceivedFilter {
  petition: string | null
  /** A stand's id. */
  stand: string | null
  phonesOnly: boolean
}

/** What was found when a store was opened. */
export interface Opening {
  /** Random, and another one whenever this may be an older copy of the database: then devices ask what is missing. */
  epoch: string
  epochRenewed: boolean
  /** When the backup was taken (ISO 8601) that this database was restored from, at this very start; null otherwise. */
  backupOf: string | null
  /** Erasures of the log that the database had not heard of. */
  replayed: number
  /** The database has been in use, and its erasure log is not there. */
  logMissing: boolean
  /** Numbers of the log's lines that cannot be read, and so could not be replayed. */
  damagedLines: number[]
  /** Envelopes of a restored backup that were not what had come, and are left out now. */
  damagedEnvelopes: number
}

export interface Store
  extends StandStore,
    EditStore,
    EndingStore,
    ReviewStore,
    AuditStore,
    TeamStore,
    DumpStore,
    ChallengeStore,
    PictureStore,
    HeldStore,
    WatchStore {
  /** Random, renewed at each restore (design §4, Restores). */
  readonly epoch: string
  /** What was found when it was opened, for the person who starts the server. */
  readonly opening: Opening

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
  /** The published campaign that `/` shows: the chosen one, else the oldest that is not a sample, else the oldest; null: none is there. */
  shownCampaign(): Promise<CampaignRecord | null>
  campaigns(): Promise<z.infer<typeof CampaignSummary>[]>
  /** Signatures received by petition, drafts left out, zero where nothing came. */
  counts(record: CampaignRecord): Promise<Counts>
  /** Signatures received by hour, petition and place, whatever became of their envelopes since, withdrawals aside. */
  received(campaign: string, filter: ReceivedFilter): Promise<Pick<Received, 'hours' | 'petitions' | 'places'>>
  /**
   * Publishes a key whose signature was verified. A root stays for ever; a serial must be higher than all before it; the
   * same key again is `published`. Refused: `unknown-campaign`, `key-already-there`.
   */
  publishKey(root: string, key: SignedSealingKey): Promise<Reason | 'published'>

  /**
   * Tells that a batch is being received, so that those which come together share a commit. What it returns says that it was handed to
   * `take`, or never will be.
   */
  announce(): () => void
  /**
   * Takes a batch's envelopes, all or none. Those of phones and of enrolled devices are counted; those of any other device go
   * into quarantine: not counted, capped in bytes. Remembers what the sender says of itself (not of phones).
   * Rejects with Refusal `overloaded` when the quarantine is full, `proof-needed` where the proof was used for another body.
   */
  take(delivery: Delivery): Promise<TakenBatch>
  /**
   * From now on what this device signs with this key is counted. The same again is `enrolled`. `other-key`: the id is another
   * device's · `revoked`: for good; a tablet that comes back gets a new id (design §4).
   */
  enrolDevice(device: Sender): Promise<'enrolled' | 'other-key' | 'revoked'>
  /** Whether somebody enrolled it, under this key, and nobody revoked it. */
  isTrusted(device: Sender): Promise<boolean>
  /** From now on what it sends waits in quarantine; what was counted stays. False where nobody enrolled such a device. */
  revokeDevice(device: string): Promise<boolean>
  /** Every enrolled device, and the others that were heard of late (a bounded number); the one heard last comes first. */
  devices(): Promise<DeviceRecord[]>
  /** Counted envelopes in order of arrival, `size` at most, after a page's cursor; null where the cursor is not one. */
  envelopes(
    campaign: string,
    after: string | null,
    size: number,
    filter?: EnvelopeFilter | null,
  ): Promise<z.infer<typeof EnvelopePage> | null>
  /**
   * Deletes whatever carries this tag, in quarantine too, and keeps a tombstone so that it cannot come back. The erasure is
   * in the erasure log, on disk, before it is in the store. Without effect for a campaign that does not exist.
   */
  withdraw(campaign: string, withdrawTag: string): Promise<void>

  /**
   * What is held of each item (protocol/have.ts), in order; null where the campaign does not exist. What was withdrawn before it
   * ever came is `missing`, because only its tag is known: sent again, it is answered with `withdrawn`.
   */
  have(question: HaveQuestion): Promise<Held[] | null>
  /**
   * Destroys every envelope of a campaign, in quarantine too, for good: later ones are refused with `destroyed`. Counts stay.
   * As with a withdrawal, the erasure log has it on disk first. False where the campaign does not exist.
   */
  destroyEnvelopes(campaign: string): Promise<boolean>

  /** Makes this link's token the only valid one. False, and nothing changed, when there is a coordinator already. */
  offerSetup(tokenHash: string): Promise<boolean>
  /** Names are compared without regard to case and Unicode form. */
  coordinator(name: string): Promise<Coordinator | null>
  /** `agent`: the browser, as far as it says. */
  startSession(hash: string, name: string, expiresAt: number, agent: string): Promise<void>
  /** It was used just now. */
  touchSession(hash: string): Promise<void>
  /** Null where it does not exist or has ended. */
  session(hash: string): Promise<Session | null>
  endSession(hash: string): Promise<void>

  /**
   * Resolves when nothing waits to be written and withdrawn bytes have left the write-ahead log; where another process reads
   * the database, a backup, they leave it soon after that.
   */
  settled(): Promise<void>
  close(): Promise<void>
}
