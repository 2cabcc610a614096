/** Leaves room for a number behind it, within a slug's 64 letters. */
const LONGEST = 40

/**
 * The ids that a stand of this name may have, the best first, without end: `marche-d-adidogome`, `marche-d-adidogome-2`, … A name
 * without Latin letters gives `stand`. Slugs of protocol/ids.ts.
 */
export function* idsFor(name: string): Generator<string> {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  const first = plain || 'stand'
  yield first
  for (let n = 2; ; n++) yield `${first}-${n}`
}
