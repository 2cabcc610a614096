import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Route } from '../../protocol/route.ts'

// Every route that stands in a table or alone in protocol/, found by looking and not by a list that somebody has to keep.

export interface NamedRoute {
  name: string
  route: Route
}

const isRoute = (it: unknown): it is Route =>
  typeof it === 'object' && it !== null && 'method' in it && 'path' in it && 'who' in it

export async function allRoutes(): Promise<NamedRoute[]> {
  const folder = new URL('../../protocol/', import.meta.url)
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  const found = new Map<Route, string>()
  for (const file of files) {
    const things: Record<string, unknown> = await import(/* @vite-ignore */ new URL(file, folder).href)
    for (const [name, thing] of Object.entries(things)) {
      if (isRoute(thing)) found.set(thing, name)
      else if (typeof thing === 'object' && thing !== null)
        for (const [key, it] of Object.entries(thing)) if (isRoute(it)) found.set(it, `${name}.${key}`)
    }
  }
  return [...found].map(([route, name]) => ({ name, route }))
}
