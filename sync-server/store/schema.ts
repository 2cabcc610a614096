import type { ColumnType, Generated, Insertable, Selectable } from 'kysely'
import type { PictureType } from '../../protocol/picture-path.ts'
import type { Role } from '../../protocol/roles.ts'

// The tables as kysely sees them. Written for any SQL dialect: moments are milliseconds since 1970 by the server's clock,
// yes and no are 1 and 0, JSON is text.

type Flag = 0 | 1

interface CampaignTable {
  id: string
  content: string
  sample: Flag
  /** 1 where it was taken off the screens; its root, keys and texts stay, for what phones have pinned or still hold. */
  removed: Generated<Flag>
  root: string | null
  added_at: number
  /** Counted envelopes held, or once held where they were destroyed. */
  envelopes: Generated<number>
  /** Sealed bytes held in quarantine. */
  quarantined_bytes: Generated<number>
  /** When its envelopes were destroyed; null: they were not. */
  destroyed_at: number | null
  /** 1 once it was published. Before, `content` is its draft's. */
  live: Generated<Flag>
  /** 1 for the one that coordinators chose for `/`. */
  shown: Generated<Flag>
}

interface CampaignDraftTable {
  campaign: string
  content: string
  revision: number
  saved_at: number
  saved_by: string
}

interface CampaignVersionTable {
  campaign: string
  /** 1 for the first; the last one is the campaign's own content. */
  version: number
  content: string
  published_at: number
  published_by: string | null
  /** The version that it brought back. */
  again: number | null
}

/** Petitions that were ever published. What was signed for them is taken, whatever became of their pages. */
interface PublishedPetitionTable {
  campaign: string
  id: string
}

/** The first of the two ticks that destroy; gone when it was taken back, or after the second. */
interface DestructionTable {
  campaign: string
  first_at: number
  first_by: string
  /** When `witnessed` was last brought up to date. */
  seen_at: number
  /** ms since the first tick in which a server ran and its two clocks agreed: see day-witness.ts. */
  witnessed: number
}

interface DestructionCertificateTable {
  campaign: string
  certificate: string
}

interface ConsentTextTable {
  campaign: string
  id: string
  purpose: string
  /** LocalText as it was first published. */
  text: string
}

interface SealingKeyTable {
  campaign: string
  id: string
  public_key: string
  serial: number
  valid_from: string
  signature: string
  published_at: number
}

interface EnvelopeTable {
  /** Order of arrival. */
  number: Generated<number>
  v: number
  suite: string
  id: string
  kind: string
  campaign: string
  petitions: string
  sealing_key: string
  consent: string
  withdraw_tag: string
  sealed: ColumnType<Uint8Array, Uint8Array, never>
  /** `envelopeHash`, base64url. */
  hash: string
  received_at: number
  late: Flag
  /** 1 where the device was not known: not counted until a coordinator releases it. */
  quarantined: Flag
  /** 1 for other bytes under an id that is already held: kept once, never counted. */
  copy: Flag
  device: string | null
  device_key: string | null
  seq: number | null
  /** Who brought it from a hand-off file: an enrolled device's id, or `console`. */
  carrier: string | null
  /** Id of the batch that brought it first, which an export's manifest names; null where it came before this was kept. */
  batch: string | null
  /** Why it waits in quarantine, or waited until a coordinator released it; null: it never did. */
  held_for: string | null
  /** When a coordinator set aside what waits; null: nobody did. */
  discarded_at: number | null
}

/** A solved challenge (proofs.ts) and the one body that it was for. */
interface UsedChallengeTable {
  nonce: string
  body: string
  until: number
}

interface PetitionCountTable {
  campaign: string
  petition: string
  signatures: number
}

interface ReceivedTable {
  campaign: string
  /** Since 1970, UTC. */
  hour: number
  /** A device's id; empty for phones, which have none. */
  device: string
  petition: string
  signatures: number
}

interface TombstoneTable {
  campaign: string
  withdraw_tag: string
  withdrawn_at: number
}

interface WithdrawnEnvelopeTable {
  campaign: string
  id: string
  /** Null where it went before this was kept. */
  withdrawn_at: number | null
}

/** What a person decided about an opened act; `petition` is '' where the act has none. */
interface DecisionTable {
  campaign: string
  envelope: string
  petition: string
  verdict: string
  decided_by: string
  decided_at: number
}

interface ExportRunTable {
  number: Generated<number>
  campaign: string
  run: string
  /** ExportFilter, as it was asked for. */
  filter: string
  /** As many as the run says that it holds. */
  envelopes: number
  /** As many of them as have been named. */
  recorded: Generated<number>
  made_by: string
  made_at: number
  confirmed_at: number | null
  confirmed_by: string | null
}

interface ExportedEnvelopeTable {
  envelope: string
  /** `export_run.number`. */
  run: number
}

interface DeviceTallyTable {
  device: string
  device_key: string
  /** Envelopes of this device ever taken. */
  accepted: number
}

interface DeviceTable {
  id: string
  /** 65 raw bytes, base64url. */
  public_key: string
  enrolled_at: number
  revoked_at: number | null
  campaign: string | null
  stand: string | null
  /** 1 for the stand's first; no number is given twice, also after a revocation. */
  tablet: number | null
  /** Hash of the code that enrolled it last; null where a coordinator did. */
  code: string | null
}

interface StandTable {
  campaign: string
  id: string
  name: string
  place: string
  first_day: string
  last_day: string
  /** A JSON list of ids. */
  petitions: string
  /** How many are expected. */
  tablets: number
  made_at: number
  closed_at: number | null
}

interface EnrolCodeTable {
  /** base64url SHA-256 of the code. */
  hash: string
  campaign: string
  stand: string
  /** For how many tablets it was made. */
  tablets: number
  used: Generated<number>
  made_at: number
  expires_at: number
  /** Taken back: by hand, by a newer code, or because the stand was closed. */
  withdrawn_at: number | null
}

/** A device, enrolled or not, under the key that it proved, and what it last said of itself. */
interface SenderTable {
  number: Generated<number>
  device: string
  device_key: string
  captured: number
  waiting: number
  refused: number
  withdrawn: number
  last_seq: number
  heard_at: number
  /** Who brought that word: an enrolled device's id, `console`, or `unproven`; null: the device itself. */
  carrier: string | null
  /** A number that came with two different envelopes. */
  cloned_seq: number | null
}

/** Sequence numbers of a sender that have come, from `first` to `last`; ranges never touch. */
interface ArrivedTable {
  sender: number
  first: number
  last: number
}

/** What editors brought; rows are never changed. */
interface PictureTable {
  /** `PictureHash` of the bytes. */
  hash: string
  type: PictureType
  bytes: ColumnType<Uint8Array, Uint8Array, never>
  put_at: number
}

/** Which picture link previews show of a page. */
interface CardTable {
  campaign: string
  /** '' for the campaign's own page. */
  petition: string
  language: string
  picture: string
}

interface SettingTable {
  name: string
  value: string
}

interface CoordinatorTable {
  /** The name folded for comparison: see `nameKey`. */
  key: string
  name: string
  password_hash: string
  added_at: number
  role: Role
  /** The TOTP secret, sealed under the password: see second-factor.ts. Null: not enrolled yet. */
  totp: string | null
  /** The last step (RFC 6238 §4.2) whose code was used: none before it is good again. */
  totp_step: Generated<number>
}

interface RecoveryCodeTable {
  coordinator: string
  /** base64url SHA-256 of the code. */
  hash: string
  used_at: number | null
}

/** A link by which somebody becomes a coordinator, or gets in again. */
interface InvitationTable {
  /** base64url SHA-256 of the token in the link. */
  hash: string
  role: Role
  /** Key of the coordinator who gets in again; null: a new one. */
  coordinator: string | null
  /** Name of who made it; null: somebody at the server's own command line. */
  made_by: string | null
  made_at: number
  expires_at: number
  used_at: number | null
  withdrawn_at: number | null
}

/** Only ever appended: triggers refuse the rest. */
interface AuditTable {
  number: Generated<number>
  /** A random id, by which a restored database knows what it lacks. */
  entry: string
  at: number
  /** A coordinator's name as it was then; null: nobody who was logged in. */
  who: string | null
  what: string
  campaign: string | null
  /** Ids, with a space between. */
  about: string | null
  /** How many it was about. */
  count: number | null
}

interface SessionTable {
  /** base64url SHA-256 of the cookie's value. */
  hash: string
  coordinator: string
  started_at: number
  expires_at: number
  last_used_at: number
  /** `Firefox, Windows`: as far as a browser says. */
  agent: string
}

export interface Tables {
  campaign: CampaignTable
  campaign_draft: CampaignDraftTable
  campaign_version: CampaignVersionTable
  published_petition: PublishedPetitionTable
  destruction: DestructionTable
  destruction_certificate: DestructionCertificateTable
  consent_text: ConsentTextTable
  sealing_key: SealingKeyTable
  envelope: EnvelopeTable
  petition_count: PetitionCountTable
  received: ReceivedTable
  tombstone: TombstoneTable
  withdrawn_envelope: WithdrawnEnvelopeTable
  decision: DecisionTable
  export_run: ExportRunTable
  exported_envelope: ExportedEnvelopeTable
  device_tally: DeviceTallyTable
  device: DeviceTable
  stand: StandTable
  enrol_code: EnrolCodeTable
  sender: SenderTable
  arrived: ArrivedTable
  picture: PictureTable
  card: CardTable
  setting: SettingTable
  coordinator: CoordinatorTable
  session: SessionTable
  recovery_code: RecoveryCodeTable
  invitation: InvitationTable
  audit: AuditTable
  used_challenge: UsedChallengeTable
}

export type EnvelopeRow = Selectable<EnvelopeTable>
export type NewEnvelopeRow = Insertable<EnvelopeTable>
