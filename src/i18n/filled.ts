/** A sentence with its places filled in: `filled('prochain cap {n}', { n: '2 500' })`. Unknown places stay as they are. */
export const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
