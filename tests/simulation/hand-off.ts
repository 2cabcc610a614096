/** A hand-off file, by its lines. */
export interface HandOff {
  from: string
  lines: string[]
  damaged: boolean
}
