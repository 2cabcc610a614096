/** A link travels by another road than a card does: read within the week, or made again. */
export const LINK_DAYS = 7

export const DAY_MS = 24 * 60 * 60 * 1000
