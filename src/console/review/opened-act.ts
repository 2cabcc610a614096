// What opening gives, and what a review says of it: plain data, which crosses between workers. Every output is made from these.
import type { ActBody, SignatureBody } from '../../../protocol/act.ts'
import type { EnvelopeHead } from '../../../protocol/envelope.ts'

/** An act as it came out of its envelope. */
export interface OpenedAct<Body extends ActBody = ActBody> {
  /** The envelope's clear part. */
  head: EnvelopeHead
  /** The server's clock, ISO 8601 in UTC. */
  receivedAt: string
  late: boolean
  /** Id of the batch that brought it, where it is known: for the manifest alone, and in no file beside a name. */
  batch?: string
  /** Not of the part that was asked for: what is of it is compared with it, and no number and no file holds it. */
  aside?: true
  body: Body
}

/**
 * valid: counts · duplicate: the same person signed the same petition before, does not count · to-review: counts until a person
 * decides · suspicious: does not count until a person decides · rejected: a person decided so.
 */
export type Standing = 'valid' | 'duplicate' | 'to-review' | 'suspicious' | 'rejected'

/** Why a signature stands as it does (design §4, Duplicates; the suspicious ones by rules that the screen shows). */
export type StandingReason =
  | 'first'
  | 'same-contact'
  | 'same-contact-other-name'
  | 'same-name-and-place'
  | 'decided'
  | 'implausible-name'
  | 'implausible-contact'
  | 'many-at-once'

/** A signature (act × petition) with what the review says of it. */
export interface ReviewedSignature {
  act: OpenedAct<SignatureBody>
  petition: string
  standing: Standing
  reason: StandingReason
  /** The envelope's id of the signature that it repeats or resembles; null where there is none. */
  like: string | null
}

/** What the delivery counts. */
export const counts = ({ standing }: Pick<ReviewedSignature, 'standing'>): boolean =>
  standing === 'valid' || standing === 'to-review'
