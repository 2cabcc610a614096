// Sequence numbers as ranges: a tablet numbers without holes, so that a thousand arrived numbers are one row.

/** Both ends included. */
export interface Range {
  first: number
  last: number
}

/** The ranges that hold exactly these numbers, in order, none touching the next. */
export function rangesOf(seqs: Iterable<number>): Range[] {
  return union([...seqs].map((seq) => ({ first: seq, last: seq })))
}

/** The ranges that hold what any of these holds, in order, none touching the next. */
export function union(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1)
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last)
    else joined.push({ first, last })
  }
  return joined
}

/** What is missing from 1 to `end`. `arrived` is in order and disjoint. */
export function holes(arrived: readonly Range[], end: number): Range[] {
  const missing: Range[] = []
  let next = 1
  for (const { first, last } of arrived) {
    if (first > end) break
    if (first > next) missing.push({ first: next, last: first - 1 })
    next = last + 1
  }
  if (next <= end) missing.push({ first: next, last: end })
  return missing
}

export const holds = (ranges: readonly Range[], seq: number): boolean =>
  ranges.some(({ first, last }) => first <= seq && seq <= last)
