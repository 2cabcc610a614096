// Why promise 1's second way did not end in thanks. Apart from that way, which is loaded where it is wanted.
import type { Reason } from '../../protocol/reasons.ts'

/** offline · no-answer: no verdict came back, or one that passes; sending the same envelope again is safe · refused: by the server */
export class NotDelivered extends Error {
  constructor(
    readonly why: 'offline' | 'no-answer' | 'refused',
    readonly reason: Reason | null = null,
    options?: ErrorOptions,
  ) {
    super(reason ?? why, options)
    this.name = 'NotDelivered'
  }
}
