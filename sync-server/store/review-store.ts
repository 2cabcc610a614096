import type { ExportFilter, NewDecision, Verdict } from '../../protocol/review-routes.ts'

// What the server remembers of reviews and exports (protocol/review-routes.ts), as verbs; the rules of store.ts hold.

export interface DecisionRecord {
  envelope: string
  petition: string | null
  verdict: Verdict
  by: string
  at: number
}

export interface ExportRecord {
  run: string
  filter: ExportFilter
  envelopes: number
  recorded: number
  by: string
  at: number
  confirmedAt: number | null
  confirmedBy: string | null
}

export interface WithdrawnRecord {
  /** When the last confirmed run was made; null: there is none. */
  since: number | null
  envelopes: string[]
}

/** Which envelopes a page is of; the rest of an ExportFilter is sealed and is chosen after opening. What dates and `fresh` leave out comes too, marked `aside`. */
export interface EnvelopeFilter {
  /** Envelopes that name one of them; null: all. */
  petitions: string[] | null
  /** Received, both included. */
  from: number | null
  to: number | null
  /** Only what no confirmed run of all these petitions holds. */
  fresh: boolean
}

export interface ReviewStore {
  decisions(campaign: string): Promise<DecisionRecord[]>
  /** Decisions about envelopes that are held, the last one of each; answers those that stand now of the ones asked for. */
  decide(campaign: string, by: string, decisions: NewDecision[]): Promise<DecisionRecord[]>

  /** The newest first. */
  exports(campaign: string): Promise<ExportRecord[]>
  /** Begins a run, or finds the very same one. Refused: `wrong-export`. */
  beginExport(
    campaign: string,
    run: Pick<ExportRecord, 'run' | 'filter' | 'envelopes' | 'by'>,
  ): Promise<'wrong-export' | ExportRecord>
  /** Refused: `unknown-record`, `wrong-export` where it would hold more than it said. */
  recordExport(campaign: string, run: string, ids: string[]): Promise<'unknown-record' | 'wrong-export' | ExportRecord>
  /** Refused: `unknown-record`, `wrong-export` where ids are missing. */
  confirmExport(
    campaign: string,
    run: string,
    by: string,
    confirmed: boolean,
  ): Promise<'unknown-record' | 'wrong-export' | ExportRecord>
  /** What confirmed runs held and was withdrawn since the last of them was made. */
  withdrawnSinceExport(campaign: string): Promise<WithdrawnRecord>

  /** How many envelopes a filter chooses, and how many come beside them. */
  countEnvelopes(campaign: string, filter: EnvelopeFilter): Promise<{ count: number; aside: number }>
  /** The withdrawal tag of an envelope that is held, in quarantine or not; null where none has this id. */
  tagOf(campaign: string, envelope: string): Promise<string | null>
}
