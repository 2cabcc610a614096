// Every refusal that Paraphe knows: its HTTP status, and what a device does about it. The server sends the word; the
// sentences stand in src/i18n, one for each word and language, or it does not compile.
//
// retry: the same bytes may pass later · ask: a person has to do something first · final: these bytes will never pass.

interface Refusal {
  status: number
  class: 'retry' | 'ask' | 'final'
}

export const REASONS = {
  // framing of a request
  'not-json': { status: 400, class: 'final' },
  'not-this-shape': { status: 400, class: 'final' },
  'wrong-content-type': { status: 415, class: 'final' },
  'too-large': { status: 413, class: 'final' },
  'too-slow': { status: 408, class: 'retry' },
  'not-found': { status: 404, class: 'final' },
  'wrong-method': { status: 405, class: 'final' },
  // one envelope
  'not-an-envelope': { status: 422, class: 'final' },
  'unknown-campaign': { status: 404, class: 'ask' },
  'unknown-petition': { status: 422, class: 'final' },
  'unknown-key': { status: 422, class: 'final' },
  'unknown-consent': { status: 422, class: 'final' },
  'not-open-yet': { status: 409, class: 'ask' },
  destroyed: { status: 410, class: 'final' },
  // no server sends this: it stands for a word that a newer server sent and this app does not know
  'unknown-reason': { status: 422, class: 'ask' },
  // a hand-off file; the device that reads it says so itself
  'not-a-hand-off': { status: 422, class: 'final' },
  'damaged-hand-off': { status: 422, class: 'final' },
  'newer-hand-off': { status: 422, class: 'ask' },
  // who sends
  'proof-needed': { status: 403, class: 'retry' },
  'signature-needed': { status: 401, class: 'ask' },
  'wrong-signature': { status: 401, class: 'ask' },
  // enrolment
  'unknown-code': { status: 404, class: 'ask' },
  'used-code': { status: 410, class: 'ask' },
  'expired-code': { status: 410, class: 'ask' },
  'revoked-device': { status: 403, class: 'ask' },
  // the console
  'unknown-stand': { status: 404, class: 'ask' },
  'login-needed': { status: 401, class: 'ask' },
  'wrong-login': { status: 401, class: 'ask' },
  'weak-password': { status: 422, class: 'ask' },
  'name-taken': { status: 409, class: 'ask' },
  'last-admin': { status: 409, class: 'ask' },
  'code-needed': { status: 401, class: 'ask' },
  'wrong-code': { status: 401, class: 'ask' },
  'enrol-first': { status: 403, class: 'ask' },
  'used-link': { status: 410, class: 'ask' },
  'not-allowed': { status: 403, class: 'ask' },
  'foreign-origin': { status: 403, class: 'final' },
  'not-signed-by-root': { status: 422, class: 'final' },
  'key-already-there': { status: 409, class: 'ask' },
  'has-signatures': { status: 409, class: 'ask' },
  'unknown-record': { status: 404, class: 'ask' },
  'wrong-export': { status: 409, class: 'ask' },
  'low-contrast': { status: 422, class: 'ask' },
  'not-a-picture': { status: 422, class: 'ask' },
  'wrong-picture-size': { status: 422, class: 'ask' },
  'active-picture': { status: 422, class: 'ask' },
  'newer-draft': { status: 409, class: 'ask' },
  'id-taken': { status: 409, class: 'ask' },
  'not-publishable': { status: 422, class: 'ask' },
  'edited-consent': { status: 422, class: 'ask' },
  'promised-date': { status: 422, class: 'ask' },
  'still-open': { status: 409, class: 'ask' },
  'too-early': { status: 409, class: 'ask' },
  'clock-jumped': { status: 409, class: 'ask' },
  // the server itself
  'too-many': { status: 429, class: 'retry' },
  overloaded: { status: 503, class: 'retry' },
  'server-error': { status: 500, class: 'retry' },
} as const satisfies Record<string, Refusal>

export type Reason = keyof typeof REASONS

export const isReason = (word: unknown): word is Reason => typeof word === 'string' && Object.hasOwn(REASONS, word)
