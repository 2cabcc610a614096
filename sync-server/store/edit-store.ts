import type { CampaignContent } from '../../protocol/campaign.ts'
import type { Desk } from '../../protocol/edit-routes.ts'
import type { Reason } from '../../protocol/reasons.ts'

// How campaigns are written and published, as verbs; the rules of store.ts hold. `by` is a coordinator's name.

/** Who saves or publishes: a coordinator's name, and whether they may set other dates of retention than are there. */
export interface Author {
  name: string
  setsDates: boolean
}

export interface EditStore {
  /** Everything that the editor of a campaign begins with. Refused: `unknown-campaign`. */
  desk(campaign: string): Promise<Reason | Desk>
  /** A campaign that nobody sees yet. The very same content again is that campaign. Refused: `id-taken`. */
  makeCampaign(content: CampaignContent, by: string): Promise<Reason | Desk>
  /**
   * Keeps a draft that began with this revision. The very same content again is fine, whoever saved it. Refused:
   * `unknown-campaign`, `newer-draft`, `not-allowed` (other dates of retention than the draft had, by who may not set them).
   */
  saveDraft(campaign: string, revision: number, content: CampaignContent, by: Author): Promise<Reason | Desk>
  /**
   * Publishes the draft of this revision; what is published already is not published again. Refused: `unknown-campaign`,
   * `newer-draft`, `not-publishable` (a petition that was published is missing, or its address is another's), `edited-consent`,
   * `promised-date`, `destroyed`, `not-allowed` (other dates of retention than are published). What the content itself lacks, the caller has asked (protocol/content-rules.ts).
   */
  publishDraft(campaign: string, revision: number, by: Author): Promise<Reason | Desk>
  /** A version's content; null where there is none. */
  version(campaign: string, version: number): Promise<CampaignContent | null>
  /**
   * Publishes an earlier version again, as a new one. Refused: `unknown-campaign` (also where it has no such version), `newer-draft`,
   * `destroyed`, `not-allowed` (other dates of retention than are published); then nothing has changed.
   */
  publishAgain(campaign: string, version: number, newest: number, by: Author): Promise<Reason | Desk>
  /**
   * Changes one petition at once where it is published and in the draft, as a version of its own: what became of it should not wait
   * for a text that is being written. `newest`: the version that the caller saw. Refused as above; `unknown-petition`.
   */
  changePetition(
    campaign: string,
    petition: string,
    newest: number,
    change: (petition: CampaignContent['petitions'][number]) => CampaignContent['petitions'][number],
    by: string,
  ): Promise<Reason | Desk>
  /** Throws away what was never published. Refused: `unknown-campaign`, `not-allowed`. */
  discardCampaign(campaign: string): Promise<Reason | 'discarded'>
  /** `/` shows it from now on. Refused: `unknown-campaign`, also where it was never published. */
  showCampaign(campaign: string): Promise<Reason | 'shown'>
}
