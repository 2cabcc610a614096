// What whoever looks after the server may ask of the store. Part of Store (store.ts), by the same rules. Counts only.

export interface Readiness {
  /** The database answers, and what has to be written is not piling up. */
  store: boolean
  /** A withdrawal could be written down now: the log is where it was opened, may be written to, and has room. */
  erasures: boolean
}

export interface CampaignFigures {
  campaign: string
  /** Counted envelopes, as the console's. */
  envelopes: number
  quarantineBytes: number
  /** Withdrawals, also of what never came. */
  withdrawals: number
}

export interface StoreFigures {
  campaigns: CampaignFigures[]
  /** Tablets that are trusted now. */
  devices: number
  /** Since this server was started. */
  commits: number
  /** Writes that wait for their commit at this moment. */
  waiting: number
  /** Bytes that are free where the erasure log lies, as far as this account may use them. */
  freeBytes: number
}

export interface WatchStore {
  readiness(): Promise<Readiness>
  figures(): Promise<StoreFigures>
}
