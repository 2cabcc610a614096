// What the store remembers of proofs of work: see proofs.ts.

/** A challenge that came back solved. */
export interface UsedChallenge {
  /** The challenge's own. */
  nonce: string
  /** SHA-256 of the body that it was solved for, base64url. */
  body: string
  /** ms since 1970: from then on it is worth nothing, and need not be remembered. */
  until: number
}

export interface ChallengeStore {
  /**
   * Signs challenges; another one where the database is another one, or an older copy, which does not
   * know all that were used. Nothing is lost with it: devices are asked for a new proof.
   */
  readonly proofSecret: string
  /** Marks a challenge as used, for this body. False where it was used for another one before. */
  useChallenge(used: UsedChallenge): Promise<boolean>
}
