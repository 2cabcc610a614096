// A place in a campaign's content as a path: `petitions/joel-paredes/updates/0/title/fr`. In a list of things that have an id the id
// stands for the number, so that a path means the same thing when the list is put in another order.

type Node = Record<string, unknown>

const isObject = (it: unknown): it is Node => typeof it === 'object' && it !== null

const hasId = (it: unknown): it is Node & { id: string } => isObject(it) && typeof it.id === 'string'

/** Whether a list's things are told apart by their ids. An empty list is whatever the other one is. */
export const isById = (list: readonly unknown[]): boolean => list.every(hasId)

const indexIn = (list: readonly unknown[], step: string): number => {
  const byId = list.findIndex((it) => hasId(it) && it.id === step)
  return byId >= 0 || !/^\d+$/.test(step) ? byId : Number(step)
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(content: unknown, path: string): unknown {
  let here: unknown = content
  for (const step of path.split('/')) {
    if (!isObject(here)) return undefined
    here = Array.isArray(here) ? here[indexIn(here, step)] : here[step]
  }
  return here
}

/** The content with `value` at a path, and everything else as it was; `undefined` takes away what stands there. */
export function withValue<T>(content: T, path: string, value: unknown): T {
  return put(content, path.split('/'), value) as T
}

function put(here: unknown, [step = '', ...rest]: string[], value: unknown): unknown {
  if (Array.isArray(here)) {
    const at = indexIn(here, step)
    const next = rest.length === 0 ? value : put(here[at], rest, value)
    if (at < 0 || at >= here.length) return next === undefined ? here : [...here, next]
    return next === undefined ? here.filter((_, n) => n !== at) : here.map((it, n) => (n === at ? next : it))
  }
  const node = isObject(here) ? here : {}
  const next = rest.length === 0 ? value : put(node[step], rest, value)
  if (next !== undefined) return { ...node, [step]: next }
  const { [step]: _, ...others } = node
  return others
}

/** Equal as JSON, whatever the order of its keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same(a[key], b[key]))
}
