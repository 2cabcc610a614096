import type { ColumnType, Generated, Insertable, Selectable } from 'kysely'

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
  /** Counted envelopes held. */
  envelopes: Generated<number>
  /** Sealed bytes held in quarantine. */
  quarantined_bytes: Generated<number>
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
}

interface PetitionCountTable {
  campaign: string
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
}

interface DeviceTallyTable {
  device: string
  device_key: string
  /** Envelopes of this device ever taken. */
  accepted: number
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
}

interface SessionTable {
  /** base64url SHA-256 of the cookie's value. */
  hash: string
  coordinator: string
  started_at: number
  expires_at: number
}

export interface Tables {
  campaign: CampaignTable
  consent_text: ConsentTextTable
  sealing_key: SealingKeyTable
  envelope: EnvelopeTable
  petition_count: PetitionCountTable
  tombstone: TombstoneTable
  withdrawn_envelope: WithdrawnEnvelopeTable
  device_tally: DeviceTallyTable
  setting: SettingTable
  coordinator: CoordinatorTable
  session: SessionTable
}

export type EnvelopeRow = Selectable<EnvelopeTable>
export type NewEnvelopeRow = Insertable<EnvelopeTable>
