/** The line of a figure: medians, and the ratio to what it is held against, taken in the same run. */
export function report(name: string, unit: string, values: number[], ratios: number[], against: string): void {
  const sorted = [...values].sort((a, b) => a - b)
  console.log(
    JSON.stringify({
      name,
      unit,
      median: middle(values),
      min: sorted[0],
      max: sorted.at(-1),
      runs: values.length,
      ratio: Number(middle(ratios).toFixed(3)),
      against,
    }),
  )
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
