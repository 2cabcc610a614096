import type { AuditWord } from '../../protocol/audit-words.ts'

// The store's part that remembers who did what. Names of coordinators, ids and counts: never what a request contained.

export interface AuditEntry {
  /** The coordinator's name as it was then; null: nobody who was logged in. */
  who: string | null
  what: AuditWord
  campaign?: string | null
  /** Ids of what it was about, with a space between. */
  about?: string | null
  /** How many it was about; null where there is nothing to count. */
  count?: number | null
}

export interface AuditRecord extends Required<Omit<AuditEntry, 'what'>> {
  at: number
  /** As it was written: a newer or older Paraphe may know other words. */
  what: string
}

export interface AuditQuestion {
  who?: string
  what?: string
  /** A page's cursor. */
  before?: string
  /** Entries at most. */
  size: number
}

export interface AuditStore {
  /** Resolves when the entry is on disk. */
  audit(entry: AuditEntry): Promise<void>
  /** Newest first; `next` is the cursor of the following page, null at the end. Null where `before` is no cursor. */
  auditPage(question: AuditQuestion): Promise<{ entries: AuditRecord[]; next: string | null } | null>
  /** Everybody whom the log names, in alphabetical order. */
  auditPeople(): Promise<string[]>
}
