import { isById, same, valueAt, withValue } from './content-path.ts'

// What is not the same in two versions of a campaign, as a plain list; and how two that were written at once become one.

export interface Difference {
  path: string
  /** Undefined: it was not there. */
  before: unknown
  /** Undefined: it is not there any more. */
  after: unknown
}

const isNode = (it: unknown): it is Record<string, unknown> =>
  typeof it === 'object' && it !== null && !Array.isArray(it)

/** In the order of the newer one. Lists without ids (updates, rules, towns) are one thing each; so is the order of those with ids. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (same(before, after)) return []
  const under = (step: string) => (path === '' ? step : `${path}/${step}`)
  if (Array.isArray(before) && Array.isArray(after) && isById(before) && isById(after)) {
    const [was, is] = [idsOf(before), idsOf(after)]
    const all = [...is, ...was.filter((id) => !is.includes(id))]
    const inside = all.flatMap((id) => differences(valueAt(before, id), valueAt(after, id), under(id)))
    const common = (ids: string[]) => ids.filter((id) => was.includes(id) && is.includes(id))
    const moved = !same(common(was), common(is))
    return moved ? [...inside, { path: under('order'), before: was, after: is }] : inside
  }
  if (isNode(before) && isNode(after)) {
    const keys = [...Object.keys(after), ...Object.keys(before).filter((key) => !(key in after))]
    return keys.flatMap((key) => differences(before[key], after[key], under(key)))
  }
  return [{ path, before, after }]
}

const idsOf = (list: readonly unknown[]): string[] => list.map((it) => (it as { id: string }).id)

/** One thing on which two drafts that began alike do not agree. */
export interface Clash {
  path: string
  theirs: unknown
  mine: unknown
  /** Who changed it since both began. `both` has to be decided by a person; mine stands until it is. */
  by: 'them' | 'me' | 'both'
}

/** `base` is what both began with. */
export function clashes(base: unknown, theirs: unknown, mine: unknown): Clash[] {
  return differences(theirs, mine).map(({ path, before, after }) => {
    const began = path.endsWith('/order') ? undefined : valueAt(base, path)
    const [iDid, theyDid] = [!same(began, after), !same(began, before)]
    return { path, theirs: before, mine: after, by: iDid && theyDid ? 'both' : iDid ? 'me' : 'them' }
  })
}

/** My draft with what is taken over from theirs. An order of cases stays mine. */
export function merged<T>(mine: T, all: readonly Clash[], takeTheirs: ReadonlySet<string>): T {
  let content = mine
  for (const { path, theirs } of all)
    if (takeTheirs.has(path) && !path.endsWith('/order')) content = withValue(content, path, theirs)
  return content
}
