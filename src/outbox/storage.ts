// What the outbox asks of a storage, in its own words. db.ts keeps this promise with IndexedDB, the simulation with a
// memory that forgets on power cuts; queue.ts holds the rules and cannot tell the two apart.
import type { Reason } from '../../protocol/reasons.ts'
import type { Pin } from '../../protocol/sealing-key.ts'
import type { Notes, TeamDay } from './notes.ts'

/** accepted, refused and withdrawn come from a server's verdict alone; nothing else ends waiting. */
export type State = 'waiting' | 'accepted' | 'refused' | 'withdrawn'

export interface Kept {
  id: string
  seq: number
  state: State
  campaign: string
  /** The envelope's JSON exactly as it is sent; empty once it was withdrawn or destroyed. */
  text: string
  /** `envelopeHash`: what a device and a server compare. */
  hash: string
  /** Bytes of `text`. */
  size: number
  verdict: 'stored' | 'duplicate' | 'withdrawn' | 'conflict' | 'refused' | null
  reason: Reason | null
  /** The server's own date of the verdict, in ms; 0 while waiting, or while no answer has carried a date. */
  answeredAt: number
}

/** A withdrawal on its way: nothing of the signer, but whoever holds the code may withdraw what it stands for. */
export interface Withdrawal {
  tag: string
  campaign: string
  code: string
  state: 'waiting' | 'acknowledged'
  /** As for `Kept`. */
  answeredAt: number
}

/** Rows kept in the same transaction as the entries they count, in envelopes. */
export interface Tally {
  captured: number
  waiting: number
  accepted: number
  refused: number
  withdrawn: number
  lastSeq: number
}

/** Why the last try did not work; decides the words on the screen and whether `online` may cut the wait short. */
export type Setback = 'network' | 'timeout' | 'server' | 'busy' | 'not-our-answer' | 'unanswered'

export interface BackOff {
  /** Device clock. A clock that was set back past `from` does not make the wait longer. */
  from: number
  until: number
  why: Setback
}

/** What page and worker remember together. */
export interface Memory {
  epoch: string | null
  /** The server's count of this device's envelopes, as last told. */
  acceptedThere: number
  /** The server was restored from a backup: it may have forgotten what it acknowledged, and has to be asked. */
  restored: boolean
  /** While `restored`: it was asked about all accepted entries up to this seq. */
  askedTo: number
  /** The server's own date of its last answer, in ms. */
  lastContact: number | null
  failures: number
  backOff: BackOff | null
  /** Items that one batch may hold just now. */
  cap: number
  /** Device clock of the last try to reach the server with nothing to send. */
  contactTriedAt: number
}

export interface Reading {
  entries(ids: readonly string[]): Promise<(Kept | undefined)[]>
  /** The oldest with a seq above `after`. */
  inState(state: State, limit: number, after?: number): Promise<Kept[]>
  withdrawal(tag: string): Promise<Withdrawal | null>
  withdrawals(state: Withdrawal['state'], limit: number): Promise<Withdrawal[]>
  tally(): Promise<Tally>
  memory(): Promise<Memory>
  pin(campaign: string): Promise<Pin | null>
  note<Name extends keyof Notes>(name: Name): Promise<Notes[Name] | null>
  /** Of every stand that this tablet was enrolled for. */
  teamDays(): Promise<TeamDay[]>
}

export interface Writing extends Reading {
  putEntries(entries: readonly Kept[]): Promise<void>
  putWithdrawals(withdrawals: readonly Withdrawal[]): Promise<void>
  putTally(tally: Tally): Promise<void>
  putMemory(memory: Memory): Promise<void>
  putPin(campaign: string, pin: Pin): Promise<void>
  /** Null takes it away. */
  putNote<Name extends keyof Notes>(name: Name, note: Notes[Name] | null): Promise<void>
  putTeamDay(day: TeamDay): Promise<void>
  /** Gives answered entries and acknowledged withdrawals that have no date yet this one. */
  dateAnswered(date: number): Promise<void>
  /** Forgets accepted and withdrawn entries, and withdrawals, answered at `date` or before; the tally is not touched. */
  forgetAnswered(date: number): Promise<void>
}

export interface Storage {
  /** One transaction, on disk when the promise resolves. All or nothing. @throws StorageFailure */
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>
  /** One transaction that begins now. @throws StorageFailure */
  read<T>(work: (tx: Reading) => Promise<T>): Promise<T>
  /** Tells what `work` reads, now and after each change by any page or worker; an end to it is returned. */
  watch<T>(
    work: (tx: Reading) => Promise<T>,
    told: (value: T) => void,
    failed: (failure: StorageFailure) => void,
  ): () => void
}

/**
 * cannot-open: the browser refuses storage · quota: this site's share is used up · disk-full · connection-lost: the browser
 * closed the database (iOS, memory pressure; site data cleared) and opening it again did not help · blocked: an old tab holds
 * back an upgrade · closing: this page is being replaced by a newer one · not-kept: written, but not there when read back
 */
export type StorageProblem =
  | 'cannot-open'
  | 'quota'
  | 'disk-full'
  | 'connection-lost'
  | 'blocked'
  | 'closing'
  | 'not-kept'

export class StorageFailure extends Error {
  constructor(
    readonly problem: StorageProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
    this.name = 'StorageFailure'
  }
}

export const EMPTY_TALLY: Tally = { captured: 0, waiting: 0, accepted: 0, refused: 0, withdrawn: 0, lastSeq: 0 }

export const NEW_MEMORY: Memory = {
  epoch: null,
  acceptedThere: 0,
  restored: false,
  askedTo: 0,
  lastContact: null,
  failures: 0,
  backOff: null,
  cap: 200,
  contactTriedAt: 0,
}
