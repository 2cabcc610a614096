import type { PictureType } from '../../protocol/picture-path.ts'
import type { PictureUse } from '../../protocol/picture-routes.ts'
import type { Reason } from '../../protocol/reasons.ts'

// What the store remembers of pictures. Part of Store (store.ts), by the same rules.

/** Address of the picture by page (petition id, '' for the campaign's own) and by language. */
export type Cards = Record<string, Record<string, string>>

export interface PictureRecord {
  type: PictureType
  bytes: Uint8Array
}

/** One that came with the app, for a page of a sample. */
export interface SampleCard {
  campaign: string
  /** '' for the campaign's own page. */
  petition: string
  language: string
  hash: string
  bytes: Uint8Array
}

export interface PictureStore {
  /**
   * Keeps a picture that was looked at, under its hash, and puts a card to use. The same again changes nothing.
   * Refused: `unknown-campaign`, `unknown-petition`.
   */
  putPicture(campaign: string, use: PictureUse, hash: string, picture: PictureRecord): Promise<Reason | 'put'>
  /** Null where there is none. A picture that was in use once stays: a link that somebody shared still shows it. */
  picture(hash: string): Promise<PictureRecord | null>
  /** Gives pages of samples the pictures that they lack. */
  addSampleCards(cards: SampleCard[]): Promise<void>
}
