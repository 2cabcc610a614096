// Every refusal that Paraphe knows: what a device does about it, and its HTTP status. The server sends the word; the
// sentences stand in src/i18n, one for each word and language, or it does not compile.

/** retry: the same bytes may pass later · ask: a person has to do something first · final: these bytes will never pass. */
export type ReasonClass = 'retry' | 'ask' | 'final'

/** What a phone or a tablet may hear. */
const DEVICE = {
  // framing of a request
  'not-json': 'final',
  'not-this-shape': 'final',
  'wrong-content-type': 'final',
  'too-large': 'final',
  'too-slow': 'retry',
  'not-found': 'final',
  'wrong-method': 'final',
  // one envelope
  'not-an-envelope': 'final',
  'unknown-campaign': 'ask',
  'unknown-petition': 'final',
  'unknown-key': 'final',
  'unknown-consent': 'final',
  'not-open-yet': 'ask',
  destroyed: 'final',
  // no server sends this: it stands for a word that a newer server sent and this app does not know
  'unknown-reason': 'ask',
  // a hand-off file; the device that reads it says so itself
  'not-a-hand-off': 'final',
  'damaged-hand-off': 'final',
  'newer-hand-off': 'ask',
  // who sends
  'proof-needed': 'retry',
  'signature-needed': 'ask',
  'wrong-signature': 'ask',
  // enrolment
  'unknown-code': 'ask',
  'used-code': 'ask',
  'expired-code': 'ask',
  'revoked-device': 'ask',
  // the server itself
  'too-many': 'retry',
  overloaded: 'retry',
  'server-error': 'retry',
} as const satisfies Record<string, ReasonClass>

/** What only the console hears. */
const CONSOLE = {
  'unknown-stand': 'ask',
  'login-needed': 'ask',
  'wrong-login': 'ask',
  'weak-password': 'ask',
  'name-taken': 'ask',
  'last-admin': 'ask',
  'code-needed': 'ask',
  'wrong-code': 'ask',
  'enrol-first': 'ask',
  'used-link': 'ask',
  'not-allowed': 'ask',
  'foreign-origin': 'final',
  'not-signed-by-root': 'final',
  'key-already-there': 'ask',
  'has-signatures': 'ask',
  'unknown-record': 'ask',
  'wrong-export': 'ask',
  'low-contrast': 'ask',
  'not-a-picture': 'ask',
  'wrong-picture-size': 'ask',
  'active-picture': 'ask',
  'newer-draft': 'ask',
  'id-taken': 'ask',
  'not-publishable': 'ask',
  'edited-consent': 'ask',
  'promised-date': 'ask',
  'still-open': 'ask',
  'too-early': 'ask',
  'clock-jumped': 'ask',
} as const satisfies Record<string, ReasonClass>

export type DeviceReason = keyof typeof DEVICE
export type ConsoleReason = keyof typeof CONSOLE
export type Reason = DeviceReason | ConsoleReason

export const REASONS: Readonly<Record<Reason, ReasonClass>> = { ...DEVICE, ...CONSOLE }

export const isReason = (word: unknown): word is Reason => typeof word === 'string' && Object.hasOwn(REASONS, word)

/** Only the server reads these, so no phone downloads them. */
export const STATUSES: Readonly<Record<Reason, number>> = {
  'not-json': 400,
  'not-this-shape': 400,
  'wrong-content-type': 415,
  'too-large': 413,
  'too-slow': 408,
  'not-found': 404,
  'wrong-method': 405,
  'not-an-envelope': 422,
  'unknown-campaign': 404,
  'unknown-petition': 422,
  'unknown-key': 422,
  'unknown-consent': 422,
  'not-open-yet': 409,
  destroyed: 410,
  'unknown-reason': 422,
  'not-a-hand-off': 422,
  'damaged-hand-off': 422,
  'newer-hand-off': 422,
  'proof-needed': 403,
  'signature-needed': 401,
  'wrong-signature': 401,
  'unknown-code': 404,
  'used-code': 410,
  'expired-code': 410,
  'revoked-device': 403,
  'unknown-stand': 404,
  'login-needed': 401,
  'wrong-login': 401,
  'weak-password': 422,
  'name-taken': 409,
  'last-admin': 409,
  'code-needed': 401,
  'wrong-code': 401,
  'enrol-first': 403,
  'used-link': 410,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-signed-by-root': 422,
  'key-already-there': 409,
  'has-signatures': 409,
  'unknown-record': 404,
  'wrong-export': 409,
  'low-contrast': 422,
  'not-a-picture': 422,
  'wrong-picture-size': 422,
  'active-picture': 422,
  'newer-draft': 409,
  'id-taken': 409,
  'not-publishable': 422,
  'edited-consent': 422,
  'promised-date': 422,
  'still-open': 409,
  'too-early': 409,
  'clock-jumped': 409,
  'too-many': 429,
  overloaded: 503,
  'server-error': 500,
}
