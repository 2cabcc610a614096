/** How the campaign's own country dials: Togo is `{ callingCode: '228', digits: 8 }`. */
export interface HomeNumbers {
  callingCode: string
  digits: number
}

export type PhoneRead =
  | { phone: string }
  | { problem: 'not-a-number' }
  | { problem: 'too-short' | 'too-long'; by: number }

/** E.164 allows fifteen digits with the country code; no country's numbers have fewer than seven. */
const MOST_DIGITS = 15
const FEWEST_DIGITS = 7

/**
 * A phone number as typed, to E.164. `00` counts as `+`; without either, the number is one of the campaign's own country and
 * must have that country's length, with its calling code before it or not. Foreign numbers are accepted by E.164's limits alone.
 * `by` is how many digits are missing or too many.
 */
export function readPhone(typed: string, home: HomeNumbers): PhoneRead {
  const plain = typed.replace(/[\s().\u00a0\u202f/\u2010-\u2015-]/g, '').replace(/^00/, '+')
  if (!/^\+?[0-9]+$/.test(plain)) return { problem: 'not-a-number' }
  const homePrefix = `+${home.callingCode}`
  const whole = `+${plain}`
  const compact = whole.startsWith(homePrefix) && plain.length === home.callingCode.length + home.digits ? whole : plain
  if (compact.startsWith(homePrefix) || !compact.startsWith('+')) {
    const national = compact.startsWith('+') ? compact.slice(homePrefix.length) : compact
    const missing = home.digits - national.length
    if (missing > 0) return { problem: 'too-short', by: missing }
    if (missing < 0) return { problem: 'too-long', by: -missing }
    return { phone: homePrefix + national }
  }
  const digits = compact.length - 1
  if (compact.startsWith('+0')) return { problem: 'not-a-number' }
  if (digits < FEWEST_DIGITS) return { problem: 'too-short', by: FEWEST_DIGITS - digits }
  if (digits > MOST_DIGITS) return { problem: 'too-long', by: digits - MOST_DIGITS }
  return { phone: compact }
}
