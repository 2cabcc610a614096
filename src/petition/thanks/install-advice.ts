// Whether to speak of installing, and how. The browser is given, so that tests can play each.

export interface Browser {
  /** The page runs as an installed app already. */
  installed: boolean
  /** The browser has offered to install. */
  offered: boolean
  userAgent: string
  touchPoints: number
  /** A person has said no. */
  declined: boolean
}

/** `button`: the browser does it · `apple`: by hand, in iOS's own share sheet · null: nothing to say */
export function installAdvice({
  installed,
  offered,
  userAgent,
  touchPoints,
  declined,
}: Browser): 'button' | 'apple' | null {
  if (installed || declined) return null
  if (offered) return 'button'
  // An iPad calls itself a Mac; no Mac has a touch screen. Other browsers of iOS have that sheet elsewhere, or not at all.
  const apple = /iPhone|iPod|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)
  return apple && /Safari\//.test(userAgent) && !/CriOS|FxiOS|EdgiOS|OPiOS/.test(userAgent) ? 'apple' : null
}
