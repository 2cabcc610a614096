// What a tablet must have before it is opened to passers-by: rules over what was found. No screen, no browser.

/** ok · unsure: could not be checked just now · bad: something is to be done */
export type Level = 'ok' | 'unsure' | 'bad'

export const CHECKS = ['storage', 'root', 'files', 'space', 'clock', 'stay', 'installed'] as const
export type Check = (typeof CHECKS)[number]

/** What was found on this tablet. Null: it could not be found out. */
export interface Findings {
  /** Opened from its icon, in a window of its own. */
  installed: boolean
  /** The browser has promised to keep this site's data. */
  persisted: boolean | null
  freeBytes: number | null
  /** Paths of this build, and of the campaign, that are not kept. */
  lacking: readonly string[] | null
  /** `sealed`: there is a key that the pinned root signed, and it seals · `kept`: a test act was written, read back, taken away. */
  trial: { sealed: boolean; kept: boolean }
  /** The campaign's root is the pinned one. */
  rootFits: boolean
  /** Device clock. */
  now: number
  /** What the server's clock said a moment ago, in ms; null where it could not be asked. */
  serverNow: number | null
  /** The server's own date of its last answer, in ms. */
  lastContact: number | null
}

export interface Result {
  check: Check
  level: Level
  /** The words' key, where one check has several things to say. */
  says: string
  /** It keeps the stand shut. */
  blocks: boolean
}

/** A signature with its drawn line is 12 KiB at most; a long day brings some hundreds. */
const ROOM_BYTES = 50e6
const NO_ROOM_BYTES = 5e6
/** What a person notices when they compare two clocks. */
const CLOCK_MS = 5 * 60_000

/** What is to be done comes first: a tablet shows five of these at once. */
export function judge(found: Findings): Result[] {
  const results = CHECKS.map((check) => ({ check, blocks: false, ...RULES[check](found) }))
  return results.sort((a, b) => need(b) - need(a))
}

const NEED: Record<Level, number> = { ok: 0, unsure: 1, bad: 2 }
const need = ({ level, blocks }: Result): number => (blocks ? 3 : NEED[level])

type Ruling = Omit<Result, 'check' | 'blocks'> & { blocks?: boolean }

const ok: Ruling = { level: 'ok', says: 'ok' }
const bad = (says = 'bad', blocks = false): Ruling => ({ level: 'bad', says, blocks })
const unsure = (says = 'unsure'): Ruling => ({ level: 'unsure', says })

const RULES: Record<Check, (found: Findings) => Ruling> = {
  storage: ({ trial }) => (trial.kept ? ok : bad('bad', true)),
  root: ({ trial, rootFits, serverNow }) => {
    if (!rootFits) return bad('otherRoot', true)
    if (!trial.sealed) return bad('noKey', true)
    // The key that is here is signed by the pinned root; whether there is a newer one, only the server knows.
    return serverNow === null ? unsure() : ok
  },
  files: ({ lacking }) => (lacking === null ? bad('noWorker') : lacking.length > 0 ? bad() : ok),
  space: ({ freeBytes }) => {
    if (freeBytes === null) return unsure()
    return freeBytes < ROOM_BYTES ? bad(freeBytes < NO_ROOM_BYTES ? 'none' : 'bad', freeBytes < NO_ROOM_BYTES) : ok
  },
  clock: ({ now, serverNow, lastContact }) => {
    if (serverNow !== null) return Math.abs(now - serverNow) > CLOCK_MS ? bad() : ok
    // No clock goes back behind what a server has said.
    if (lastContact !== null && now < lastContact - CLOCK_MS) return bad()
    return unsure()
  },
  stay: ({ persisted }) => (persisted ? ok : bad()),
  installed: ({ installed }) => (installed ? ok : bad()),
}

export const mayOpen = (results: readonly Result[]): boolean => results.every((it) => !it.blocks)

/** The worst of all. */
export const overall = (results: readonly Result[]): Level =>
  results.some((it) => it.level === 'bad') ? 'bad' : results.some((it) => it.level === 'unsure') ? 'unsure' : 'ok'
