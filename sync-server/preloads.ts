import * as z from 'zod/mini'

// What a page needs beside its entry, for tags in its head. Without them the browser learns of what the entry builds on only when it has
// read that, and of a form's code and styles only after it has run.

/** vite's `.vite/manifest.json`, as far as it matters here. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
  }),
)

export interface Needs {
  scripts: string[]
  styles: string[]
}

export interface Preloads {
  /** The files of some modules, named by their sources, and of all that they and the entry import. */
  of(modules: readonly string[]): Needs
  /** The styles that every page has. */
  entryStyles: string[]
}

/** @throws Error where `json` is not a manifest. */
export function readPreloads(json: string): Preloads {
  const chunks = z.parse(Manifest, JSON.parse(json))
  const entries = Object.values(chunks).filter((it) => it.isEntry)
  const always = entries.flatMap((it) => it.imports ?? [])
  const of = (modules: readonly string[]): Needs => {
    const scripts = new Set<string>()
    const styles = new Set<string>()
    const add = (name: string): void => {
      const chunk = chunks[name]
      // The entry and its styles stand in every page; a module that the build has put into it is no chunk of its own.
      if (!chunk || chunk.isEntry || scripts.has(chunk.file)) return
      scripts.add(chunk.file)
      chunk.imports?.forEach(add)
      // After those that it builds on, so that its own rules win.
      for (const style of chunk.css ?? []) styles.add(style)
    }
    for (const name of [...always, ...modules]) add(name)
    return { scripts: [...scripts], styles: [...styles] }
  }
  return { of, entryStyles: entries.flatMap((it) => it.css ?? []) }
}
